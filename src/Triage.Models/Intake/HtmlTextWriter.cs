using System.Text;
using MimeKit.Text;

namespace Triage.Models.Intake;

/// <summary>Lays out text as a browser would, in lines: blocks, lists, tables, quotations, links.</summary>
internal sealed class HtmlTextWriter
{
    private readonly StringBuilder text = new();
    private readonly Stack<int> lists = new();
    private readonly Stack<(string Address, int Start)> links = new();
    private int breaks;
    private int quotes;
    private int pre;
    private bool space;
    private bool cell;

    public int Length => text.Length;

    public static bool IsBlock(HtmlTagId id) => id is HtmlTagId.P or HtmlTagId.Div or HtmlTagId.UL or HtmlTagId.OL
        or HtmlTagId.LI or HtmlTagId.Table or HtmlTagId.TR or HtmlTagId.BlockQuote or HtmlTagId.Pre or HtmlTagId.HR
        or HtmlTagId.Article or HtmlTagId.Section or HtmlTagId.Header or HtmlTagId.Footer or HtmlTagId.Center or HtmlTagId.Form
        or HtmlTagId.DL or HtmlTagId.DT or HtmlTagId.DD or HtmlTagId.Address or HtmlTagId.FieldSet or HtmlTagId.Body
        || IsHeading(id);

    public void Start(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Br:
                breaks++;
                space = false;
                break;
            case HtmlTagId.HR:
                Break(1);
                Put("________________________________");
                Break(1);
                break;
            case HtmlTagId.LI:
                Break(1);
                Put(Bullet());
                break;
            case HtmlTagId.TD or HtmlTagId.TH:
                cell = text.Length > 0 && breaks == 0 && text[^1] != '\n';
                break;
            case HtmlTagId.A:
                links.Push((Attribute(tag, "href"), text.Length));
                break;
            case HtmlTagId.Image:
                Write(HeaderText.Clean(Attribute(tag, "alt"), 100));
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

    public void Write(string data)
    {
        foreach (var c in data)
        {
            if (pre > 0 && c == '\n')
            {
                breaks++;
            }
            else if (c is ' ' or '\t' or '\r' or '\n' or '\f' or '\u00A0')
            {
                space = true;
            }
            else if (!char.IsControl(c) && c is not ('\u200B' or '\u200C' or '\uFEFF' or '\u00AD' or '\u034F'))
            {
                Put(c);
            }
        }
    }

    public string Finish(int maxLength)
    {
        var end = Math.Min(text.Length, maxLength);
        end -= end > 0 && end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return text.ToString(0, end).Trim('\n', ' ');
    }

    private void Block(HtmlTagId id, int step)
    {
        switch (id)
        {
            case HtmlTagId.BlockQuote:
                Break(1);
                Flush();
                quotes = Math.Clamp(quotes + step, 0, 20);
                break;
            case HtmlTagId.Pre:
                Break(1);
                pre = Math.Max(0, pre + step);
                break;
            case HtmlTagId.UL or HtmlTagId.OL:
                Break(1);
                List(id, step);
                break;
            case HtmlTagId.P:
                Break(2);
                break;
            default:
                Break(IsHeading(id) ? 2 : IsBlock(id) ? 1 : 0);
                break;
        }
    }

    private void List(HtmlTagId id, int step)
    {
        if (step > 0 && lists.Count < 50)
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
        if (!lists.TryPop(out var number))
        {
            return "- ";
        }

        lists.Push(number == 0 ? 0 : number + 1);
        return number == 0 ? "- " : $"{number}. ";
    }

    private void EndLink()
    {
        if (!links.TryPop(out var link) || !link.Address.Contains(':', StringComparison.Ordinal) || link.Start > text.Length)
        {
            return;
        }

        var address = HeaderText.Clean(link.Address, 2000);
        var known = address.StartsWith("http", StringComparison.OrdinalIgnoreCase) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        var shown = text.ToString(link.Start, text.Length - link.Start).Trim();
        var bare = address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim('/');
        if (known && shown.Length > 0 && !shown.Contains(bare, StringComparison.OrdinalIgnoreCase))
        {
            Write($" <{(address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? bare : address)}>");
        }
    }

    private void Break(int count)
    {
        breaks = text.Length == 0 ? 0 : Math.Max(breaks, count);
        space = false;
        cell = false;
    }

    private void Put(string line)
    {
        foreach (var c in line)
        {
            if (c == ' ')
            {
                text.Append(c);
            }
            else
            {
                Put(c);
            }
        }
    }

    private void Put(char c)
    {
        Flush();
        if (cell || space)
        {
            text.Append(text.Length > 0 && text[^1] is not ('\n' or ' ') ? cell ? " | " : " " : "");
        }

        cell = space = false;
        text.Append(c);
    }

    private void Flush()
    {
        if (breaks == 0)
        {
            StartQuote();
            return;
        }

        for (var i = 0; i < Math.Min(breaks, 3); i++)
        {
            text.Append('\n');
        }

        breaks = 0;
        StartQuote();
    }

    private void StartQuote()
    {
        if (quotes > 0 && (text.Length == 0 || text[^1] == '\n'))
        {
            text.Append('>', quotes).Append(' ');
        }
    }

    private static string Attribute(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return attribute.Value ?? "";
            }
        }

        return "";
    }

    private static bool IsHeading(HtmlTagId id) => id is HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4
        or HtmlTagId.H5 or HtmlTagId.H6;
}
