using MimeKit.Text;

namespace Triage.Models.Intake;

/// <summary>
/// The elements around the current place, bounded in depth. Hidden text ends where a browser would end it; an end tag
/// that opens nothing is ignored.
/// </summary>
internal sealed class OpenElements
{
    private const int MaxDepth = 200;
    private readonly List<(HtmlTagToken Tag, bool Hidden)> stack = [];

    public bool Hidden => stack.Count > 0 && stack[^1].Hidden;

    public void Open(HtmlTagToken tag, bool hidden)
    {
        if (stack.Count < MaxDepth)
        {
            stack.Add((tag, hidden));
        }
    }

    /// <summary>Closes the innermost element of that name and what is open within it; false when there is none.</summary>
    public bool Close(HtmlTagToken tag)
    {
        var at = stack.FindLastIndex(e => IsSame(e.Tag, tag));
        if (at < 0)
        {
            return stack.Count >= MaxDepth;
        }

        stack.RemoveRange(at, stack.Count - at);
        return true;
    }

    /// <summary>A new paragraph, item, row or cell ends the one before it, also when its end tag is missing.</summary>
    public void CloseImplied(HtmlTagToken tag, HtmlTextWriter text)
    {
        while (stack.Count > 0 && Ends(tag.Id, stack[^1].Tag.Id))
        {
            var (last, hidden) = stack[^1];
            stack.RemoveAt(stack.Count - 1);
            if (!hidden)
            {
                text.End(last);
            }
        }
    }

    private static bool Ends(HtmlTagId next, HtmlTagId open) => open switch
    {
        HtmlTagId.P => HtmlTags.IsBlock(next),
        HtmlTagId.LI => next is HtmlTagId.LI,
        HtmlTagId.TD or HtmlTagId.TH => next is HtmlTagId.TD or HtmlTagId.TH or HtmlTagId.TR,
        HtmlTagId.TR => next is HtmlTagId.TR,
        HtmlTagId.DT or HtmlTagId.DD => next is HtmlTagId.DT or HtmlTagId.DD,
        HtmlTagId.Head or HtmlTagId.Title => next is HtmlTagId.Body,
        _ => false,
    };

    private static bool IsSame(HtmlTagToken one, HtmlTagToken other) => one.Id == other.Id
        && (one.Id != HtmlTagId.Unknown || one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase));
}
