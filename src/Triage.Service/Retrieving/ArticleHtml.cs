using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Triage.Service.Retrieving;

/// <summary>
/// An article's Markdown as HTML for our own pages: HTML in it is shown as text, only web, mail and telephone addresses
/// become links, and pictures become their description, so that nothing is loaded from elsewhere.
/// </summary>
internal static class ArticleHtml
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseGridTables().UsePreciseSourceLocation().DisableHtml().Build();

    /// <param name="markdown">With placeholders filled in.</param>
    /// <param name="passage">The range to mark, in UTF-16 units of the Markdown; null for none.</param>
    /// <exception cref="ArgumentException">Lists or quotations are nested too deeply to be read.</exception>
    public static string Render(string markdown, Range? passage = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        Harden(document);
        if (passage is { } range)
        {
            var (start, length) = range.GetOffsetAndLength(markdown.Length);
            new SourceMark(markdown, start, start + length).Apply(document);
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>Whether an address may become a link.</summary>
    public static bool IsSafe(string? address) => address is { Length: > 0 }
        && (address[0] == '#' || (address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal))
            || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel"));

    private static void Harden(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // The page's own heading is the only one of level 1.
            heading.Level = Math.Max(2, heading.Level);
        }

        foreach (var column in document.Descendants<Table>().SelectMany(t => t.ColumnDefinitions))
        {
            // It would become a style attribute, which the content security policy forbids.
            column.Alignment = null;
        }

        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsImage || !IsSafe(l.Url)).ToList())
        {
            link.ReplaceBy(new ContainerInline { Span = link.Span });
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsSafe(l.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url) { Span = link.Span });
        }
    }
}
