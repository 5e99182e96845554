using Triage.Models.Triaging;

namespace Triage.Models.Splitting;

/// <summary>A stretch of a message's text, in UTF-16 units.</summary>
public sealed record TextPlace(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A message as sentences, of which a person chooses those that carry one concern.</summary>
public static class MessageParts
{
    /// <summary>A longer message is offered as groups of neighbours: nobody ticks hundreds of boxes, and a form takes no more than 1024 fields.</summary>
    public const int Most = 300;

    /// <summary>The message's sentences in order; what stands between them is white space.</summary>
    public static IReadOnlyList<TextPlace> Of(string text)
    {
        var sentences = MessageSentences.Split(text);
        var together = Math.Max(1, (sentences.Count + Most - 1) / Most);
        return [.. sentences.Chunk(together).Select(c => new TextPlace(c[0].Start, c[^1].Start + c[^1].Length - c[0].Start))];
    }

    /// <summary>Which of the sentences a quotation touches, as their numbers from 0; none when it does not stand in the text.</summary>
    public static IReadOnlyList<int> Carrying(string text, IReadOnlyList<TextPlace> sentences, string quotation)
    {
        var start = quotation.Length == 0 ? -1 : text.IndexOf(quotation, StringComparison.Ordinal);
        return start < 0
            ? []
            : [.. Enumerable.Range(0, sentences.Count).Where(i => sentences[i].Start < start + quotation.Length && sentences[i].End > start)];
    }

    /// <summary>The text of the sentences with these numbers: neighbours keep what stands between them, others begin a new paragraph.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no sentence of such a number.</exception>
    public static string Text(string text, IReadOnlyList<TextPlace> sentences, IEnumerable<int> chosen)
    {
        var part = new System.Text.StringBuilder();
        var before = -1;
        foreach (var i in chosen.Distinct().Order())
        {
            var place = sentences[i];
            part.Append(before < 0 ? "" : before == i - 1 ? text[sentences[before].End..place.Start] : "\n\n");
            part.Append(text, place.Start, place.Length);
            before = i;
        }

        return part.ToString();
    }
}
