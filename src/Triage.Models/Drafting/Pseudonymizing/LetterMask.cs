namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Masks texts of one case together: what one of them, another text or a mail program tells is found in all of them.</summary>
internal static class LetterMask
{
    // Shorter parts of a name are everyday words too: "Kai", "von".
    private const int ShortestPart = 4;
    private const int ShortestValue = 3;

    /// <summary>One text masked; null: it could not be read to its end.</summary>
    public static string? Mask(string letter, KnownPeople people, Pseudonyms pseudonyms) => Mask([letter], people, pseudonyms)?[0];

    /// <summary>The texts masked; null: they could not be read to their end.</summary>
    public static IReadOnlyList<string>? Mask(IReadOnlyList<string> texts, KnownPeople people, Pseudonyms pseudonyms)
    {
        // Each is read alone: a signature is known by standing at the end.
        var own = texts.Select(PersonalDataFinder.Read).ToList();
        var others = people.Texts.Select(PersonalDataFinder.Read).ToList();
        if (own.Contains(null) || others.Contains(null))
        {
            return null;
        }

        var known = own.Concat(others).SelectMany(found => found!).Select(s => (s.Type, s.Value))
            .Concat(people.Names.Select(n => (Type: PersonalDataTypes.Name, Value: n.Trim())))
            .SelectMany(k => k.Type == PersonalDataTypes.Name ? NameParts(k.Value).Select(p => k with { Value = p }).Append(k) : [k])
            .Where(k => k.Value.Length >= ShortestValue).Distinct().OrderByDescending(k => k.Value.Length).ToList();
        return [.. texts.Zip(own, (text, found) => pseudonyms.Mask(text, WithKnown(text, found!, known)).Text)];
    }

    private static IEnumerable<string> NameParts(string name) =>
        name.Split([' ', ',', '.', '"', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length >= ShortestPart && PersonFinder.IsFree(p));

    private static List<PersonalSpan> WithKnown(string text, IReadOnlyList<PersonalSpan> found, IReadOnlyList<(string Type, string Value)> known)
    {
        var spans = found.ToList();
        foreach (var (type, value) in known)
        {
            AddKnown(spans, text, type, value);
        }

        return [.. spans.OrderBy(s => s.Start)];
    }

    private static void AddKnown(List<PersonalSpan> spans, string text, string type, string value)
    {
        for (var at = text.IndexOf(value, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(value, at + value.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + value.Length;
            if (!IsWhole(text, at, end) || (char.IsLower(text[at]) && !char.IsLower(value[0])))
            {
                continue;
            }

            // One placeholder for all that overlaps: no rest of a name or number may stand beside it.
            var touched = spans.FindAll(s => s.Start < end && s.End > at);
            if (!touched.Exists(s => s.Start <= at && s.End >= end))
            {
                var start = touched.Select(s => s.Start).Append(at).Min();
                spans.RemoveAll(touched.Contains);
                spans.Add(new PersonalSpan(start, type, text[start..touched.Select(s => s.End).Append(end).Max()]));
            }
        }
    }

    // "Ben" is not in "Benötigte", but in "Bens".
    private static bool IsWhole(string text, int start, int end)
    {
        var after = end < text.Length && text[end] == 's' ? end + 1 : end;
        return (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (after == text.Length || !char.IsLetterOrDigit(text[after]));
    }
}
