using MimeKit.Text;

namespace Triage.Models.Intake;

/// <summary>Lays out elements as lines: blocks, lists, tables, quotations, links.</summary>
internal sealed class HtmlTextWriter
{
    private const string Rule = "________________________________";
    private const int MaxNesting = 50;
    private readonly HtmlLines lines = new();
    private readonly Stack<int> lists = new();
    private readonly Stack<(string Address, int Start)> links = new();

    public int Length => lines.Length;

    public void Write(string data) => lines.Write(data);

    public void Start(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Br:
                lines.BreakAgain();
                break;
            case HtmlTagId.HR:
                lines.Break(1);
                lines.Write(Rule);
                lines.Break(1);
                break;
            case HtmlTagId.LI:
                lines.Break(1);
                lines.Mark(Bullet());
                break;
            case HtmlTagId.TD or HtmlTagId.TH:
                lines.StartCell();
                break;
            case HtmlTagId.A when links.Count < MaxNesting:
                links.Push((HtmlTags.Attribute(tag, "href"), lines.Length));
                break;
            case HtmlTagId.Image:
                lines.Write(HeaderText.Clean(HtmlTags.Attribute(tag, "alt"), 100));
                break;
            default:
                Block(tag.Id, 1);
                break;
        }
    }

    public void End(HtmlTagToken tag)
    {
        if (tag.Id == HtmlTagId.A)
        {
            EndLink();
        }
        else if (tag.Id is not (HtmlTagId.Br or HtmlTagId.HR))
        {
            Block(tag.Id, -1);
        }
    }

    public string Finish(int maxLength) => lines.Finish(maxLength);

    private void Block(HtmlTagId id, int step)
    {
        switch (id)
        {
            case HtmlTagId.BlockQuote:
                lines.Quote(step);
                break;
            case HtmlTagId.Pre:
                lines.Preformat(step);
                break;
            case HtmlTagId.UL or HtmlTagId.OL:
                lines.Break(1);
                List(id, step);
                break;
            case HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6:
                lines.Break(2);
                break;
            default:
                if (HtmlTags.IsBlock(id))
                {
                    lines.Break(1);
                }

                break;
        }
    }

    private void List(HtmlTagId id, int step)
    {
        if (step > 0 && lists.Count < MaxNesting)
        {
            lists.Push(id == HtmlTagId.OL ? 1 : 0);
        }
        else if (step < 0)
        {
            lists.TryPop(out _);
        }
    }

    private string Bullet()
    {
        var number = lists.TryPop(out var next) ? next : 0;
        if (lists.Count < MaxNesting)
        {
            lists.Push(number == 0 ? 0 : number + 1);
        }

        return number == 0 ? "- " : $"{number}. ";
    }

    /// <summary>Where a link leads is said unless its text says it: people must see where a phishing link leads.</summary>
    private void EndLink()
    {
        if (!links.TryPop(out var link))
        {
            return;
        }

        var address = HeaderText.Clean(link.Address, 2000);
        var mail = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        var bare = address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim('/');
        var shown = lines.Tail(link.Start).Trim();
        if ((mail || address.StartsWith("http", StringComparison.OrdinalIgnoreCase)) && shown.Length is > 0 and < 2000
            && !shown.Contains(bare, StringComparison.OrdinalIgnoreCase))
        {
            lines.Write($" <{(mail ? bare : address)}>");
        }
    }
}
