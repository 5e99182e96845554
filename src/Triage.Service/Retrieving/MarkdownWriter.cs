using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Text;

namespace Triage.Service.Retrieving;

/// <summary>Writes the parts of a web page as Markdown, as they come.</summary>
internal sealed partial class MarkdownWriter
{
    private const int DeepestList = 6;
    private readonly StringBuilder output = new();
    private readonly StringBuilder line = new();
    private readonly List<(bool Ordered, int Number)> lists = [];
    private readonly TableText table = new();
    private string? link;
    private int linkStart;
    private int heading;
    private bool item;

    /// <summary>Characters so far.</summary>
    public int Length => output.Length + line.Length + table.Length;

    public void Text(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                Space();
                continue;
            }

            if (c is '\\' or '`' or '*' or '[' or ']' or '<')
            {
                line.Append('\\');
            }

            line.Append(c);
        }
    }

    public void Start(HtmlTagId tag, string? address)
    {
        switch (tag)
        {
            case HtmlTagId.A:
                CloseLink();
                (link, linkStart) = (Safe(address), line.Length);
                break;
            case HtmlTagId.Br:
                line.Append('\n');
                break;
            case HtmlTagId.UL or HtmlTagId.OL:
                Break();
                lists.Add((tag == HtmlTagId.OL, 0));
                break;
            case HtmlTagId.LI:
                Break();
                item = true;
                break;
            case HtmlTagId.Table or HtmlTagId.TR or HtmlTagId.TD or HtmlTagId.TH:
                Break();
                table.Start(tag);
                break;
            default:
                Block(tag, Level(tag));
                break;
        }
    }

    public void End(HtmlTagId tag)
    {
        switch (tag)
        {
            case HtmlTagId.A:
                CloseLink();
                break;
            case HtmlTagId.UL or HtmlTagId.OL:
                Break();
                lists.RemoveRange(Math.Max(0, lists.Count - 1), Math.Min(1, lists.Count));
                item = false;
                break;
            case HtmlTagId.Table:
                Break();
                Paragraph(table.End());
                break;
            default:
                Block(tag, level: 0);
                break;
        }
    }

    public string Finish()
    {
        Break();
        Paragraph(table.EndAll());
        return output.ToString().Trim('\n');
    }

    private void Block(HtmlTagId tag, int level)
    {
        if (tag is HtmlTagId.P or HtmlTagId.Div or HtmlTagId.Section or HtmlTagId.Article or HtmlTagId.Center or HtmlTagId.BlockQuote
            or HtmlTagId.DD or HtmlTagId.DT or HtmlTagId.DL or HtmlTagId.FieldSet or HtmlTagId.Form or HtmlTagId.HR or HtmlTagId.Pre
            or HtmlTagId.Address or HtmlTagId.FigCaption or HtmlTagId.Details or HtmlTagId.Summary or HtmlTagId.Caption
            or HtmlTagId.TD or HtmlTagId.TH or HtmlTagId.TR or HtmlTagId.LI or HtmlTagId.Body || Level(tag) > 0)
        {
            Break();
            heading = level;
        }
    }

    private static int Level(HtmlTagId tag) => tag switch
    {
        HtmlTagId.H1 or HtmlTagId.H2 => 2,
        HtmlTagId.H3 => 3,
        HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 => 4,
        _ => 0,
    };

    private void Space()
    {
        if (line.Length > 0 && line[^1] is not (' ' or '\n'))
        {
            line.Append(' ');
        }
    }

    // What was written since the last block becomes a heading, an item, a cell or a paragraph.
    private void Break()
    {
        CloseLink();
        var lines = line.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        line.Clear();
        if (lines.Length == 0)
        {
            return;
        }

        var whole = string.Join(' ', lines);
        if (table.IsOpen)
        {
            table.Text(whole);
        }
        else if (heading > 0)
        {
            Paragraph($"{new string('#', heading)} {whole}");
        }
        else if (lists.Count > 0)
        {
            Item(whole);
        }
        else
        {
            Paragraph(string.Join("  \n", lines.Select(Plain)));
        }

        heading = 0;
    }

    private void Item(string text)
    {
        var indent = new string(' ', 3 * (Math.Min(lists.Count, DeepestList) - 1));
        if (!item)
        {
            output.Append('\n').Append(indent).Append("   ").Append(text);
            return;
        }

        var (ordered, number) = lists[^1];
        lists[^1] = (ordered, number + 1);
        output.Append(number == 0 && lists.Count == 1 ? "\n\n" : "\n").Append(indent);
        output.Append(ordered ? $"{number + 1}. " : "-  ").Append(Plain(text));
        item = false;
    }

    private void Paragraph(string text)
    {
        if (text.Length > 0)
        {
            output.Append(output.Length == 0 ? "" : "\n\n").Append(text);
        }
    }

    private void CloseLink()
    {
        if (link is not null && linkStart < line.Length && line.ToString(linkStart, line.Length - linkStart).Trim() is { Length: > 0 } text)
        {
            line.Length = linkStart;
            line.Append('[').Append(text.Replace('\n', ' ')).Append("](").Append(link).Append(')');
        }

        link = null;
    }

    private static string? Safe(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel"
            ? uri.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            : null;

    // "1. Mai" and "- so" at the beginning of a paragraph are no list.
    private static string Plain(string text) => Marker().Replace(text, @"${before}\${mark}", 1);

    [GeneratedRegex(@"^(?<before>\d{0,9})(?<mark>(?<=\d)[.)](?=\s)|(?<!\d)([#>]|[-+~=](?=[\s=~-]|$)))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marker();
}
