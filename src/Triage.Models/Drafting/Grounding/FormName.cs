using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>
/// A form that no source calls by this name, but whose two halves stand there together: "Rentenantrag" where an article says how
/// to apply ("beantragen") for a pension ("Rente").
/// </summary>
internal static partial class FormName
{
    private const int Telling = 4;

    /// <summary>The unit that speaks of the form; null where none does.</summary>
    public static TextUnit? Source(string form, IReadOnlyList<TextUnit> units)
    {
        if (Halves().Match(form) is not { Success: true } halves)
        {
            return null;
        }

        var (subject, paper) = (Words.Fold(halves.Groups["subject"].Value)[..Telling], Words.Stem(halves.Groups["paper"].Value));
        return units.FirstOrDefault(u => u.Words.Concat(u.LeadIn).Concat(u.Heading).ToList() is var words
            && words.Exists(w => w.Stem.StartsWith(subject, StringComparison.Ordinal)) && words.Exists(w => IsPaper(w.Stem, paper)));
    }

    // "Bescheinigung" stands in "bescheinigen" and in "Meldebescheinigung".
    private static bool IsPaper(string word, string paper) =>
        word.EndsWith(paper, StringComparison.Ordinal) || (Concepts.Of(word) is { } concept && concept == Concepts.Of(paper));

    [GeneratedRegex(@"^(?<subject>\p{L}{4,}?)s?-?(?<paper>formular|vordruck|antrag|bestätigung|bescheinigung|erklärung|nachweis|urkunde|vertrag|bescheid|ausweis)(?:s|e|es|en|n)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Halves();
}
