using Triage.Models.Drafting.Composing;

namespace Triage.Models.Drafting.Simplifying;

/// <summary>A letter's address, what it says, and its end with contact and closing.</summary>
internal sealed record LetterParts(string Head, string Body, string Tail)
{
    private const string Between = "\n\n";
    private static readonly string[] Addresses = ["Guten Tag", "Sehr geehrte", "Hallo", "Liebe"];
    private static readonly string[] Ends = [LetterFrame.AskUs, LetterFrame.Answer, "Mit freundlichen Grüßen"];

    public static LetterParts Of(string letter)
    {
        var paragraphs = letter.ReplaceLineEndings("\n").Trim().Split(Between).ToList();
        var first = Addresses.Any(a => paragraphs[0].StartsWith(a, StringComparison.Ordinal)) ? 1 : 0;
        var end = paragraphs.FindIndex(first, p => Ends.Any(e => p.StartsWith(e, StringComparison.Ordinal))) is >= 0 and var at ? at : paragraphs.Count;
        return new LetterParts(
            string.Join(Between, paragraphs[..first]), string.Join(Between, paragraphs[first..end]), string.Join(Between, paragraphs[end..]));
    }

    /// <summary>The letter with other words between address and end.</summary>
    public string With(IEnumerable<string> paragraphs) =>
        string.Join(Between, paragraphs.Prepend(Head).Append(Tail).Where(p => p.Length > 0));
}
