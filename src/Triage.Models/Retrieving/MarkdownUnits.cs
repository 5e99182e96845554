using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Triage.Models.Retrieving;

/// <summary>
/// A range of an article that is better not cut. <see cref="Path"/> holds the headings above it, outermost first;
/// <see cref="Joins"/>: it announces what follows ("Bringen Sie mit:") and stays with it; <see cref="Loose"/>: running text
/// that may be cut between sentences.
/// </summary>
internal sealed record MarkdownUnit(int Start, int End, IReadOnlyList<string> Path, int Section, bool Joins, bool Loose)
{
    /// <summary>Smaller whole parts: the items of a list, the rows of a table.</summary>
    public IReadOnlyList<(int Start, int End)> Parts { get; init; } = [];
}

/// <summary>Reads an article's Markdown into units, in order.</summary>
internal static class MarkdownUnits
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseGridTables().Build();

    public static List<MarkdownUnit> Read(string markdown, string title)
    {
        var units = new List<MarkdownUnit>();
        var path = new List<(int Level, string Text)>();
        var section = 0;
        foreach (var block in Markdown.Parse(markdown, Pipeline))
        {
            if (block is HeadingBlock heading)
            {
                path.RemoveAll(h => h.Level >= heading.Level);
                var text = Plain(heading.Inline);
                if (text.Length > 0 && !(path.Count == 0 && IsTitle(text, title)))
                {
                    path.Add((heading.Level, text));
                }

                section++;
            }
            else if (block is not LinkReferenceDefinitionGroup && block.Span.Length > 0)
            {
                CutBefore(units, markdown, block.Span.Start);
                units.Add(Unit(markdown, block, [.. path.Select(h => h.Text)], section));
            }
        }

        return InOrder(units);
    }

    // Markdig gives some malformed blocks ranges that lie over each other or out of order; what follows relies on neither.
    private static List<MarkdownUnit> InOrder(List<MarkdownUnit> units)
    {
        var ordered = new List<MarkdownUnit>();
        foreach (var unit in units.OrderBy(u => u.Start).ThenBy(u => u.Section))
        {
            var (end, section) = ordered.Count == 0 ? (0, 0) : (ordered[^1].End, ordered[^1].Section);
            if (unit.End > Math.Max(end, unit.Start))
            {
                ordered.Add(unit.Start >= end
                    ? unit with { Section = Math.Max(section, unit.Section) }
                    : unit with { Start = end, Section = Math.Max(section, unit.Section), Parts = [] });
            }
        }

        return ordered;
    }

    // A table that begins in the middle of a paragraph leaves the paragraph's range in Markdig over its own.
    private static void CutBefore(List<MarkdownUnit> units, string markdown, int start)
    {
        if (units.Count > 0 && units[^1] is var last && last.End > start)
        {
            units.RemoveAt(units.Count - 1);
            var end = start;
            while (end > last.Start && char.IsWhiteSpace(markdown[end - 1]))
            {
                end--;
            }

            if (end > last.Start)
            {
                units.Add(last with { End = end, Parts = [] });
            }
        }
    }

    private static MarkdownUnit Unit(string markdown, Block block, string[] path, int section)
    {
        var (start, end) = (block.Span.Start, Math.Min(block.Span.End + 1, markdown.Length));
        var text = markdown.AsSpan(start, end - start).Trim();
        return new MarkdownUnit(start, end, path, section, Announces(block, text), block is ParagraphBlock && !IsNumbered(text))
        {
            Parts = block is ListBlock or Table or QuoteBlock
                ? Within((ContainerBlock)block, start, end)
                : [],
        };
    }

    // The blocks' own ranges, one after the other and inside their container's.
    private static List<(int Start, int End)> Within(ContainerBlock container, int start, int end)
    {
        var parts = new List<(int Start, int End)>();
        foreach (var block in container.OrderBy(b => b.Span.Start))
        {
            var part = (Start: Math.Max(block.Span.Start, parts.Count == 0 ? start : parts[^1].End), End: Math.Min(block.Span.End + 1, end));
            if (part.End > part.Start)
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    // "Bringen Sie mit:", "**§ 4 Gebühren**" and "§ 4" alone say what the next block is.
    private static bool Announces(Block block, ReadOnlySpan<char> text) =>
        block is ParagraphBlock && (text.EndsWith(":") || text.EndsWith(":**")
            || (text.Length < 120 && (text.StartsWith("§") || (text.StartsWith("**") && text.EndsWith("**"))) && !text.EndsWith(".")));

    // "(2) …" of a statute is quoted by its number and stays whole.
    private static bool IsNumbered(ReadOnlySpan<char> text) => text.StartsWith("§") || (text.Length > 2 && text[0] == '(' && char.IsDigit(text[1]));

    private static bool IsTitle(string heading, string title) =>
        string.Equals(heading, title, StringComparison.OrdinalIgnoreCase)
        || heading.StartsWith(title, StringComparison.OrdinalIgnoreCase)
        || title.StartsWith(heading, StringComparison.OrdinalIgnoreCase);

    private static string Plain(ContainerInline? inlines) => inlines is null
        ? ""
        : string.Concat(inlines.Descendants().Select(i => i switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            _ => "",
        })).Trim();
}
