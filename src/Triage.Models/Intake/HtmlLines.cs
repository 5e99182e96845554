using System.Text;

namespace Triage.Models.Intake;

/// <summary>Collapses white space as a browser does, breaks lines, and marks quoted ones.</summary>
internal sealed class HtmlLines
{
    private const int MaxQuotes = 20;
    private readonly StringBuilder text = new();
    private int breaks;
    private int quotes;
    private int pre;
    private bool space;
    private bool cell;

    public int Length => text.Length;

    private bool AtLineStart => text.Length == 0 || breaks > 0 || text[^1] == '\n';

    /// <summary>Ends the line; <paramref name="count"/> 2 leaves an empty one. Breaks do not add up.</summary>
    public void Break(int count)
    {
        breaks = text.Length == 0 ? 0 : Math.Max(breaks, count);
        space = cell = false;
    }

    /// <summary>A line break that a person made; these add up.</summary>
    public void BreakAgain()
    {
        breaks++;
        space = false;
    }

    /// <summary>Separates table cells of one line.</summary>
    public void StartCell() => cell = !AtLineStart;

    public void Quote(int step)
    {
        Break(1);
        WriteBreaks();
        quotes = Math.Clamp(quotes + step, 0, MaxQuotes);
    }

    public void Preformat(int step)
    {
        Break(1);
        pre = Math.Max(0, pre + step);
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

    /// <summary>A mark at the beginning of a line, its last space included.</summary>
    public void Mark(string mark)
    {
        Write(mark);
        space = mark.EndsWith(' ');
    }

    public string Tail(int start) => start >= text.Length ? "" : text.ToString(start, text.Length - start);

    public string Finish(int maxLength)
    {
        var end = Math.Min(text.Length, maxLength);
        end -= end > 0 && end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return text.ToString(0, end).Trim('\n', ' ');
    }

    private void Put(char c)
    {
        WriteBreaks();
        if (quotes > 0 && AtLineStart)
        {
            text.Append('>', quotes).Append(' ');
        }

        if ((cell || space) && text.Length > 0 && text[^1] is not ('\n' or ' '))
        {
            text.Append(cell ? " | " : " ");
        }

        cell = space = false;
        text.Append(c);
    }

    private void WriteBreaks()
    {
        text.Append('\n', Math.Min(breaks, 3));
        breaks = 0;
    }
}
