using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.Composing;

/// <summary>Writes chosen sentences as paragraphs with a marker for each passage.</summary>
internal sealed partial class LetterWriter
{
    private const int LongestQuoted = 90;

    private readonly List<Citation> citations = [];
    private readonly Dictionary<string, string> markers = [];

    public IReadOnlyList<Citation> Citations => citations;

    /// <summary>One question's answer; headed by what it is about when the letter has several.</summary>
    public string Paragraph(Answer answer, bool headed)
    {
        var lines = new List<string>();
        if (headed && Heading(answer) is { } heading)
        {
            lines.Add(heading);
        }

        foreach (var part in answer.Parts)
        {
            lines.AddRange(Part(part));
        }

        return string.Join('\n', lines);
    }

    /// <summary>The marker of a passage, new or known; the quotation grows with each use.</summary>
    public string Marker(Passage passage, string quote)
    {
        if (!markers.TryGetValue(passage.Id, out var marker))
        {
            marker = $"[{(char)('A' + (markers.Count % 26))}]";
            markers[passage.Id] = marker;
            citations.Add(new Citation(marker, passage.ArticleId, passage.Id, passage.Text, quote));
            return marker;
        }

        var at = citations.FindIndex(c => c.Marker == marker);
        citations[at] = citations[at] with { Quote = $"{citations[at].Quote} {quote}" };
        return marker;
    }

    private static string? Heading(Answer answer)
    {
        var text = answer.Question is null ? null : LetterFrame.Bare(answer.Question.Text);
        return answer.Intent is not null ? answer.Intent.Label + ":"
            : text is { Length: > 0 and <= LongestQuoted } ? $"Zu Ihrer Frage „{text}“:" : null;
    }

    private IEnumerable<string> Part(ChosenPart part)
    {
        var marker = Marker(part.Passage, string.Join(' ', part.Units.Select(Plain)));
        var sentences = part.Units.Where(u => !SentenceChooser.IsListItem(u)).Select(Plain).ToList();
        var items = part.Units.Where(SentenceChooser.IsListItem).ToList();
        if (sentences.Count > 0)
        {
            yield return $"{string.Join(' ', sentences)} {marker}";
        }

        if (items.Count > 0 && items[0].Introduction.Length > 0 && !sentences.Contains(Plain(items[0].Introduction)))
        {
            yield return Plain(items[0].Introduction);
        }

        foreach (var line in items.GroupBy(LineOf))
        {
            yield return $"- {string.Join(' ', line.Select(Plain))}{(sentences.Count == 0 && line.Key == LineOf(items[^1]) ? " " + marker : string.Empty)}";
        }
    }

    private static int LineOf(TextUnit unit) => unit.Start == 0 ? 0 : unit.Whole.LastIndexOf('\n', unit.Start - 1);

    // A table's cell reads with its row and column; a list's item with its own words.
    private static string Plain(TextUnit unit)
    {
        var isCell = unit.Introduction.Length > 0 && !SentenceChooser.IsListItem(unit) && !unit.Introduction.EndsWith(':');
        return Plain(isCell ? $"{unit.Introduction}: {unit.Text.Trim()}." : unit.Text);
    }

    private static string Plain(string markdown) =>
        Space().Replace(Emphasis().Replace(Link().Replace(markdown, "$1 ($2)"), string.Empty), " ").Trim();

    [GeneratedRegex(@"\*\*|__|`|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\[([^\]]+)\]\((https?://[^)]+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Space();
}
