using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.Composing;

/// <summary>Writes chosen sentences as paragraphs with a marker for each passage.</summary>
internal sealed partial class LetterWriter
{
    private readonly List<Citation> citations = [];
    private readonly Dictionary<string, string> markers = [];

    public IReadOnlyList<Citation> Citations => citations;

    /// <summary>One section as a paragraph; under its heading where the letter has several.</summary>
    public string Paragraph(Section section, bool headed)
    {
        var lines = new List<string>();
        if (headed && Heading(section) is { Length: > 0 } heading)
        {
            lines.Add(heading);
        }

        lines.AddRange(Lines(section));
        return string.Join('\n', lines);
    }

    /// <summary>A standard answer, word for word as a person released it.</summary>
    public string Paragraph(StandardAnswer standard) => $"{standard.Text} {Marker(standard.Passage, standard.Text)}";

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

    // A paragraph of a by-law says nothing without the by-law's name.
    private static string Heading(Section section)
    {
        var heading = Plain(section.Heading);
        heading = heading.Length == 0 ? section.Passage.ArticleTitle
            : heading[0] == '§' ? $"{section.Passage.ArticleTitle}, {heading}" : heading;
        // "Frist: zwei Wochen" says itself what follows.
        return heading[^1] is '?' or '!' || heading.Contains(':') ? heading : heading + ":";
    }

    // Sentences run on, a list's items and a table's cells stand each on a line, in the order of the article.
    private List<string> Lines(Section section)
    {
        var lines = new List<string>();
        var inList = false;
        foreach (var units in section.Units.GroupBy(LineOf).Select(g => g.ToList()))
        {
            var isItem = Excerpt.IsListItem(units[0]) || Excerpt.IsCell(units[0]);
            if (isItem && !inList && units[0].Introduction is { Length: > 0 } lead && Excerpt.IsListItem(units[0]) && lines.Count == 0)
            {
                lines.Add(Plain(lead));
            }

            var text = string.Join(' ', units.Select(Plain));
            if (isItem || inList || lines.Count == 0)
            {
                lines.Add(isItem ? $"- {text}" : text);
            }
            else
            {
                lines[^1] = $"{lines[^1]} {text}";
            }

            inList = isItem;
        }

        lines[^1] = $"{lines[^1]} {Marker(section.Passage, string.Join(' ', section.Units.Select(Plain)))}";
        return lines;
    }

    private static int LineOf(TextUnit unit) => unit.Start == 0 ? 0 : unit.Whole.LastIndexOf('\n', unit.Start - 1);

    // A table's cell reads with its row and column; a list's item with its own words.
    private static string Plain(TextUnit unit)
    {
        return Plain(Excerpt.IsCell(unit) ? $"{unit.Introduction}: {unit.Text.Trim()}." : unit.Text);
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
