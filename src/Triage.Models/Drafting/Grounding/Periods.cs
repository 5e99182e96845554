using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Grounding;

/// <summary>
/// Spans of time within words: a "Jahresausweis" is one for a year, and what is paid "monatlich" for a month. They support what a
/// letter says in so many words; no letter has to prove them, and no other span is measured by them.
/// </summary>
internal static partial class Periods
{
    public static IEnumerable<Statement> Of(TextUnit unit) =>
        Period().Matches(unit.Text).Select(m => new Statement(m.Value, unit.Start + m.Index, StatementKinds.Duration, Value(m.Value)));

    private static string Value(string word) => char.ToLowerInvariant(word[0]) switch
    {
        'j' => "P12M",
        'm' => "P1M",
        'w' => "P7D",
        _ => "P1D",
    };

    [GeneratedRegex(@"\b(?:Jahres|Monats|Wochen|Tages)\p{Ll}{3,}|\b(?:jährlich|monatlich|wöchentlich|täglich)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Period();
}
