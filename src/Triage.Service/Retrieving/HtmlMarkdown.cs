using System.Text;
using MimeKit.Text;

namespace Triage.Service.Retrieving;

/// <summary>
/// Reads the text of a web page as Markdown: headings, paragraphs, lists, tables and links. Scripts, styles, hidden parts,
/// controls, pictures and the page's frame are left out. One pass over the tokens, no tree: time grows linearly, whatever
/// is nested or left open, and ends at a given length.
/// </summary>
internal sealed class HtmlMarkdown
{
    private static readonly HashSet<HtmlTagId> Skipped =
    [
        HtmlTagId.Script, HtmlTagId.Style, HtmlTagId.NoScript, HtmlTagId.Object, HtmlTagId.IFrame, HtmlTagId.Applet,
        HtmlTagId.Audio, HtmlTagId.Video, HtmlTagId.Canvas, HtmlTagId.Select, HtmlTagId.TextArea, HtmlTagId.Button,
        HtmlTagId.NoEmbed, HtmlTagId.NoFrames, HtmlTagId.Map, HtmlTagId.Nav, HtmlTagId.Header, HtmlTagId.Footer, HtmlTagId.Aside,
    ];

    private static readonly HashSet<string> SkippedNames = new(StringComparer.OrdinalIgnoreCase) { "svg", "math", "template", "dialog" };

    private readonly MarkdownWriter writer = new();
    private readonly StringBuilder title = new();
    private readonly bool mainOnly;
    private string? skipping;
    private int skipDepth;
    private int mainDepth;
    private bool inTitle;

    private HtmlMarkdown(bool mainOnly) => this.mainOnly = mainOnly;

    /// <summary>The page's title (null when it has none) and its text (null when it is longer than that many characters).</summary>
    public static (string? Title, string? Markdown) Read(string html, int atMost)
    {
        using var source = new StringReader(html);
        var tokenizer = new HtmlTokenizer(source);
        var reader = new HtmlMarkdown(html.Contains("<main", StringComparison.OrdinalIgnoreCase));
        while (reader.writer.Length <= atMost && tokenizer.ReadNextToken(out var token))
        {
            reader.Read(token);
        }

        var title = string.Join(' ', reader.title.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return (title.Length == 0 ? null : title, reader.writer.Length > atMost ? null : reader.writer.Finish());
    }

    private void Read(HtmlToken token)
    {
        if (token is HtmlTagToken tag)
        {
            if (skipping is not null)
            {
                Skip(tag);
            }
            else if (tag.IsEndTag)
            {
                End(tag);
            }
            else
            {
                Start(tag);
            }
        }
        else if (token is HtmlDataToken data and not HtmlScriptDataToken && skipping is null)
        {
            if (inTitle)
            {
                title.Append(data.Data.AsSpan(0, Math.Min(data.Data.Length, 500)));
            }
            else if (!mainOnly || mainDepth > 0)
            {
                writer.Text(data.Data);
            }
        }
    }

    private void Skip(HtmlTagToken tag)
    {
        if (tag.Name.Equals(skipping, StringComparison.OrdinalIgnoreCase))
        {
            skipDepth += tag.IsEndTag ? -1 : 1;
            skipping = skipDepth == 0 ? null : skipping;
        }
    }

    private void Start(HtmlTagToken tag)
    {
        if (Skipped.Contains(tag.Id) || SkippedNames.Contains(tag.Name) || IsHidden(tag))
        {
            // "<script/>" opens a script all the same; in drawings and formulas the slash counts.
            var closed = IsVoid(tag.Id) || (tag.IsEmptyElement && SkippedNames.Contains(tag.Name));
            (skipping, skipDepth) = closed ? (null, 0) : (tag.Name, 1);
        }
        else if (tag.Id == HtmlTagId.Title)
        {
            inTitle = title.Length == 0;
        }
        else if (tag.Id == HtmlTagId.Main)
        {
            mainDepth++;
        }
        else if (!mainOnly || mainDepth > 0)
        {
            writer.Start(tag.Id, tag.Id == HtmlTagId.A ? Attribute(tag, "href") : null);
        }
    }

    private void End(HtmlTagToken tag)
    {
        inTitle &= tag.Id != HtmlTagId.Title;
        if (tag.Id == HtmlTagId.Main)
        {
            mainDepth = Math.Max(0, mainDepth - 1);
        }

        writer.End(tag.Id);
    }

    private static bool IsVoid(HtmlTagId id) => id is HtmlTagId.Br or HtmlTagId.HR or HtmlTagId.Image or HtmlTagId.Input or HtmlTagId.Meta
        or HtmlTagId.Link or HtmlTagId.Base or HtmlTagId.Area or HtmlTagId.Col or HtmlTagId.Embed or HtmlTagId.Param or HtmlTagId.Source
        or HtmlTagId.Track or HtmlTagId.Wbr;

    private static bool IsHidden(HtmlTagToken tag)
    {
        if (Attribute(tag, "hidden") is not null || Attribute(tag, "aria-hidden") == "true")
        {
            return true;
        }

        var style = Attribute(tag, "style") is { Length: < 4000 } value ? value.Replace(" ", "", StringComparison.Ordinal) : "";
        return style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Attribute(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return attribute.Value ?? "";
            }
        }

        return null;
    }
}
