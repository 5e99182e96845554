using MimeKit.Text;

namespace Triage.Models.Intake;

/// <summary>
/// HTML as readable plain text in one pass over the tokens (no tree, so time grows linearly: 5 MB take a fraction of a
/// second). Scripts, styles and hidden elements are left out, quotations get "&gt; ", links their address.
/// </summary>
public static class HtmlText
{
    private static readonly HashSet<HtmlTagId> Skipped =
    [
        HtmlTagId.Script, HtmlTagId.Style, HtmlTagId.Head, HtmlTagId.Title, HtmlTagId.NoScript, HtmlTagId.Object,
        HtmlTagId.IFrame, HtmlTagId.Applet, HtmlTagId.Audio, HtmlTagId.Video, HtmlTagId.Canvas, HtmlTagId.Select,
        HtmlTagId.TextArea, HtmlTagId.NoEmbed, HtmlTagId.NoFrames, HtmlTagId.Map,
    ];

    private static readonly HashSet<HtmlTagId> Empty =
    [
        HtmlTagId.Br, HtmlTagId.HR, HtmlTagId.Image, HtmlTagId.Input, HtmlTagId.Meta, HtmlTagId.Link, HtmlTagId.Base,
        HtmlTagId.Area, HtmlTagId.Col, HtmlTagId.Embed, HtmlTagId.Param, HtmlTagId.Source, HtmlTagId.Track, HtmlTagId.Wbr,
    ];

    /// <summary>The text, at most <paramref name="maxLength"/> UTF-16 units; line breaks are \n.</summary>
    public static string From(string html, int maxLength = 500_000)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var reader = new StringReader(html);
        var tokenizer = new HtmlTokenizer(reader);
        var open = new OpenElements();
        var text = new HtmlTextWriter();
        while (text.Length < maxLength && tokenizer.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlScriptDataToken:
                    break;
                case HtmlDataToken data when !open.Hidden:
                    text.Write(data.Data);
                    break;
                case HtmlTagToken tag:
                    Read(tag, open, text);
                    break;
                default:
                    break;
            }
        }

        return text.Finish(maxLength);
    }

    private static void Read(HtmlTagToken tag, OpenElements open, HtmlTextWriter text)
    {
        if (tag.IsEndTag)
        {
            var wasHidden = open.Hidden;
            if (open.Close(tag) && !wasHidden)
            {
                text.End(tag);
            }

            return;
        }

        open.CloseImplied(tag, text);
        var hidden = open.Hidden || Skipped.Contains(tag.Id) || IsHidden(tag);
        if (!hidden)
        {
            text.Start(tag);
        }

        if (!tag.IsEmptyElement && !Empty.Contains(tag.Id))
        {
            open.Open(tag, hidden);
        }
    }

    private static bool IsHidden(HtmlTagToken tag)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (attribute.Name.Equals("style", StringComparison.OrdinalIgnoreCase) && attribute.Value is { Length: < 4000 } style)
            {
                var compact = style.Replace(" ", "", StringComparison.Ordinal);
                return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                    || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
                    || compact.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
