namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Masks an answer: a name that the citizen's message or mail program tells is also found where the letter only uses it.</summary>
internal static class LetterMask
{
    private const string Between = "\n\n";

    /// <param name="letter">The town's text.</param>
    /// <param name="inquiry">What it answers.</param>
    /// <param name="citizen">The sender's name; null when unknown.</param>
    /// <param name="pseudonyms">Gives placeholders and takes them back.</param>
    public static string Mask(string letter, string inquiry, string? citizen, Pseudonyms pseudonyms)
    {
        var found = PersonalDataFinder.Find(letter + Between + inquiry);
        var spans = found.Where(s => s.End <= letter.Length).ToList();
        var known = found.Where(s => s.Start >= letter.Length).Select(s => (s.Type, s.Value))
            .Append((PersonalDataTypes.Name, (citizen ?? string.Empty).Trim())).Where(k => k.Item2.Length > 2).Distinct();
        foreach (var (type, value) in known.OrderByDescending(k => k.Item2.Length))
        {
            for (var at = letter.IndexOf(value, StringComparison.Ordinal); at >= 0; at = letter.IndexOf(value, at + value.Length, StringComparison.Ordinal))
            {
                // What was found whole stays whole; a part of a longer known value makes way for it.
                spans.RemoveAll(s => s.Start >= at && s.End <= at + value.Length);
                if (!spans.Exists(s => s.Start < at + value.Length && s.End > at))
                {
                    spans.Add(new PersonalSpan(at, type, value));
                }
            }
        }

        return pseudonyms.Mask(letter, [.. spans.OrderBy(s => s.Start)]).Text;
    }
}
