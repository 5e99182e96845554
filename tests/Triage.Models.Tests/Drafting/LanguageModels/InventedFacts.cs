using System.Text.RegularExpressions;
using Triage.Models.Drafting;

namespace Triage.Models.Tests.Drafting.LanguageModels;

/// <summary>Finds made-up facts by the simplest means, without the program's own finders: what they miss is seen here.</summary>
internal static partial class InventedFacts
{
    /// <summary>Numbers, mail and web addresses of a draft that stand nowhere in what it may rest on.</summary>
    public static IReadOnlyList<Match> Of(Draft draft, DraftRequest request)
    {
        var given = string.Join('\n', request.Found.Passages.Select(p => $"{p.Passage.ArticleTitle} {p.Passage.HeadingPath} {p.Passage.Text}")
            .Append($"{request.Town.Contact(request.Classification.Department)} {request.Inquiry.Text}"));
        var known = Fact().Matches(given).Select(m => m.Value).ToHashSet();
        return [.. Fact().Matches(draft.Text).Where(m => !known.Contains(m.Value))];
    }

    /// <summary>Whether a person is told that no source says this.</summary>
    public static bool IsMarked(Match fact, Draft draft) => draft.Critical.Any(
        c => !c.Supported && c.Start <= fact.Index && c.Start + c.Text.Length >= fact.Index + fact.Length);

    // Not the number that begins a point of a list: "1. Melden Sie sich an."
    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://[^\s\])]*\w|(?<![\d\w])(?!(?<=^[ \t]*)\d{1,2}[.)]\s)\d+", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Fact();
}
