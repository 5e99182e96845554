using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Cuts Markdown or a plain letter into units. A value is only ever supported by a unit, never by a whole passage.</summary>
internal sealed partial class UnitReader
{
    private readonly string source;
    private readonly string text;
    private readonly IReadOnlyList<Statement> statements;
    private readonly List<TextUnit> units = [];
    private readonly List<Word> title;
    private List<Word> heading = [];
    private Lead leadIn = Lead.None;
    private List<Lead> columns = [];
    private int block;

    private UnitReader(string source, string title, string text)
    {
        this.source = source;
        this.text = text;
        this.title = Words.Read(title);
        statements = StatementFinder.Find(text);
    }

    /// <param name="source">Id of the passage; "" for the draft itself.</param>
    /// <param name="title">What the text as a whole is about.</param>
    /// <param name="text">Markdown or plain text.</param>
    public static List<TextUnit> Read(string source, string title, string text)
    {
        var reader = new UnitReader(source, title, text);
        reader.ReadLines();
        return reader.units;
    }

    private void ReadLines()
    {
        var paragraph = (Start: -1, End: -1);
        foreach (var (start, end) in Lines())
        {
            var line = text.AsSpan(start, end - start).Trim();
            var special = line.Length == 0 || line[0] is '#' or '|' || ListItem().IsMatch(line.ToString());
            if (paragraph.Start >= 0 && (special || StandsAlone(paragraph.Start, paragraph.End)))
            {
                Paragraph(paragraph.Start, paragraph.End);
                paragraph = (-1, -1);
            }

            if (!special)
            {
                paragraph = (paragraph.Start < 0 ? start : paragraph.Start, end);
            }
            else if (line.Length == 0)
            {
                block++;
            }
            else
            {
                Special(start, end, line);
            }
        }

        if (paragraph.Start >= 0)
        {
            Paragraph(paragraph.Start, paragraph.End);
        }
    }

    // A short line without a sentence's end is a line of its own (address, signature); a long one was wrapped.
    private bool StandsAlone(int start, int end)
    {
        var lineStart = text.LastIndexOf('\n', end - 1, end - start) + 1;
        var line = text.AsSpan(Math.Max(start, lineStart)..end).TrimEnd();
        return line.Length < 55 || line[^1] is '.' or '!' or '?' or ':' or ';';
    }

    private void Special(int start, int end, ReadOnlySpan<char> line)
    {
        if (line[0] == '#')
        {
            heading = Words.Read(text, start, end);
            leadIn = Lead.None;
            block++;
        }
        else if (line[0] == '|')
        {
            Row(start, end);
        }
        else
        {
            columns = [];
            Sentence(start + ListItem().Match(text[start..end]).Length, end, leadIn);
        }
    }

    private void Paragraph(int start, int end)
    {
        columns = [];
        Sentence(start, end, Lead.None);
        leadIn = text[start..end].TrimEnd().EndsWith(':') && units.Count > 0 ? new Lead(units[^1].Words, units[^1].Text) : Lead.None;
    }

    private void Sentence(int start, int end, Lead introduction)
    {
        foreach (var (from, to) in Sentences.Split(text, start, end))
        {
            Add(from, to, introduction);
        }
    }

    private void Add(int start, int end, Lead introduction) => units.Add(new TextUnit(source, text, start, end, block)
    {
        LeadIn = introduction.Words,
        Introduction = introduction.Text,
        Heading = [.. title, .. heading],
        Statements = [.. statements.Where(s => s.Start >= start && s.Start < end)],
    });

    private IEnumerable<(int Start, int End)> Lines()
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            yield return (start, end);
            start = end + 1;
        }
    }

    [GeneratedRegex(@"^\s*(?:[-*•–+]|\d{1,2}[.)]" + StatementFinder.NoDay + @")\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListItem();
}
