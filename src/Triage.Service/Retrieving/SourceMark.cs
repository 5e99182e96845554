using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Triage.Service.Retrieving;

/// <summary>
/// Puts <c>&lt;mark&gt;</c> around everything that comes from a range of the source, the first with the id
/// <see cref="Anchor"/>. A passage may go over several paragraphs, items or cells; each gets its own mark.
/// </summary>
internal sealed class SourceMark(string source, int start, int end)
{
    public const string Anchor = "stelle";

    private bool placed;

    public void Apply(MarkdownDocument document)
    {
        foreach (var inline in document.Descendants<LeafInline>().ToList())
        {
            var (from, to) = (Math.Max(start, inline.Span.Start), Math.Min(end, inline.Span.End + 1));
            if (from >= to)
            {
                continue;
            }

            if (inline is LiteralInline literal)
            {
                Mark(literal, from, to);
            }
            else if (inline is CodeInline or AutolinkInline or HtmlEntityInline)
            {
                Wrap(inline);
            }
        }
    }

    // A leading backslash, and the blanks around a table's cell, belong to the span but not to the content.
    private void Mark(LiteralInline literal, int from, int to)
    {
        var text = literal.Content.ToString();
        var place = source.IndexOf(text, literal.Span.Start, Math.Min(literal.Span.Length, source.Length - literal.Span.Start), StringComparison.Ordinal);
        place = place < 0 ? literal.Span.End + 1 - text.Length : place;
        var first = Math.Clamp(from - place, 0, text.Length);
        var last = Math.Clamp(to - place, first, text.Length);
        if (string.IsNullOrWhiteSpace(text[first..last]))
        {
            return;
        }

        if (first > 0)
        {
            literal.InsertBefore(new LiteralInline(text[..first]));
        }

        if (last < text.Length)
        {
            literal.InsertAfter(new LiteralInline(text[last..]));
        }

        literal.Content = new StringSlice(text[first..last]);
        Wrap(literal);
    }

    private void Wrap(Inline inline)
    {
        inline.InsertBefore(new HtmlInline(placed ? "<mark>" : $"<mark id=\"{Anchor}\">"));
        inline.InsertAfter(new HtmlInline("</mark>"));
        placed = true;
    }
}
