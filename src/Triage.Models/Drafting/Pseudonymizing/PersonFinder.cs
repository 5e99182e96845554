using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Finds people's names: after a form of address, after a relation, by first-name lists, with initials, and again wherever a found surname recurs.</summary>
internal static partial class PersonFinder
{
    public static void Find(SpanList spans)
    {
        foreach (var pattern in (Regex[])[Addressed(), Greeted(), Introduced(), Related(), Signed(), Titled(), WithInitial()])
        {
            Take(spans, pattern);
        }

        spans.Add(Inverted(), PersonalDataTypes.Name, v => v.Split(',') is [var last, var first] && NameLists.IsFirstName(FirstWord(first)) && IsFree(last.Trim()));
        SignatureFinder.Find(spans);
        ByLists(spans);
        Recurring(spans);
        Join(spans);
    }

    /// <summary>Whether a word may be part of a name.</summary>
    internal static bool IsFree(string word) =>
        NameLists.IsFirstName(word) || NameLists.IsSurname(word) || (!NameLists.IsNoName(word) && !NounEnding().IsMatch(word));

    /// <summary>Makes one span of couples, of titles and names, of a name and the name of birth.</summary>
    internal static void Join(SpanList spans) => spans.Join(PersonalDataTypes.Name, Couple());

    private static string FirstWord(string text) => text.Trim().Split(' ')[0];

    private static void Take(SpanList spans, Regex pattern)
    {
        foreach (Match match in pattern.Matches(spans.Text))
        {
            var group = match.Groups["v"];
            var length = NameLength(spans.Text, group.Index, group.Index + group.Length);
            if (length > 0)
            {
                spans.Add(group.Index, length, PersonalDataTypes.Name);
            }
        }
    }

    // Cuts a row of capitalised words before the first that is certainly no name.
    private static int NameLength(string text, int start, int end)
    {
        var length = 0;
        string? first = null;
        var titles = Titles().Match(text[start..end]);
        foreach (Match word in AnyWord().Matches(text[start..end]))
        {
            if (titles.Success && word.Index < titles.Length)
            {
                continue;
            }

            if (char.IsUpper(word.Value[0]) && word.Value.Length > 1 && !(IsFree(word.Value) || (first is not null && NameLists.IsFirstName(first) && !NameLists.IsNoName(word.Value))))
            {
                break;
            }

            first ??= word.Value;
            length = char.IsUpper(word.Value[0]) || IsArabic(word.Value) ? word.Index + word.Length : length;
        }

        return length;
    }

    private static bool IsArabic(string word) => word[0] is >= '\u0600' and <= '\u06ff';

    private static void ByLists(SpanList spans)
    {
        for (var match = Capitalised().Match(spans.Text); match.Success;)
        {
            var first = match.Groups["first"];
            var length = ListedLength(spans.Text, first.Value, match.Groups["rest"]);
            spans.Add(match.Index, length, PersonalDataTypes.Name);
            match = Capitalised().Match(spans.Text, match.Index + Math.Max(length, first.Length));
        }
    }

    private static int ListedLength(string text, string first, Group rest)
    {
        var length = first.Length + (rest.Success ? RestLength(text, rest) : 0);
        if (NameLists.IsFirstName(first) || (NameLists.MayBeFirstName(first) && length > first.Length && IsFree(AnyWord().Match(rest.Value).Value)))
        {
            return length;
        }

        return NameLists.IsSurname(first) && !NameLists.IsNoName(first) && !Ambiguous().IsMatch(first) ? first.Length : 0;
    }

    private static int RestLength(string text, Group rest)
    {
        var lead = rest.Value.Length - rest.Value.TrimStart().Length;
        var after = text[(rest.Index + lead)..(rest.Index + rest.Length)];
        var word = AnyWord().Match(after).Value;
        var length = NameLists.IsNoName(word) ? 0 : word.Length > 13 && NounEnding().IsMatch(word) ? 0
            : Math.Max(NameLength(text, rest.Index + lead, rest.Index + rest.Length), AnyWord().Match(after).Index + word.Length);
        return length == 0 ? 0 : lead + length;
    }

    private static void Recurring(SpanList spans)
    {
        var parts = spans.Spans.Where(s => s.Type == PersonalDataTypes.Name)
            .SelectMany(s => s.Value.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries))
            .Where(p => p.Length >= 4 && char.IsUpper(p[0]) && IsFree(p)).Distinct().ToList();
        foreach (var part in parts)
        {
            for (var at = spans.Text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = spans.Text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
            {
                var end = at + part.Length;
                var genitive = end < spans.Text.Length && spans.Text[end] == 's' ? 1 : 0;
                if ((at == 0 || !char.IsLetter(spans.Text[at - 1])) && (end + genitive == spans.Text.Length || !char.IsLetter(spans.Text[end + genitive])))
                {
                    spans.Add(at, part.Length, PersonalDataTypes.Name);
                }
            }
        }
    }
}
