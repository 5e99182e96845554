using System.Text;
using MimeKit.Text;

namespace Triage.Service.Retrieving;

/// <summary>Collects a table's cells and writes them as Markdown. A table in a cell is text of that cell.</summary>
internal sealed class TableText
{
    private const int MostColumns = 20;
    private readonly List<List<StringBuilder>> rows = [];
    private int depth;

    public bool IsOpen => depth > 0;

    /// <summary>Characters so far.</summary>
    public int Length { get; private set; }

    public void Start(HtmlTagId tag)
    {
        depth += tag == HtmlTagId.Table ? 1 : 0;
        // Empty cells cost memory too.
        Length += 4;
        if (depth != 1)
        {
            return;
        }

        if (tag == HtmlTagId.TR || rows.Count == 0)
        {
            rows.Add([]);
        }

        if (tag is HtmlTagId.TD or HtmlTagId.TH && rows[^1].Count < MostColumns)
        {
            rows[^1].Add(new StringBuilder());
        }
    }

    public void Text(string text)
    {
        if (rows.Count == 0)
        {
            rows.Add([]);
        }

        if (rows[^1].Count == 0)
        {
            rows[^1].Add(new StringBuilder());
        }

        rows[^1][^1].Append(rows[^1][^1].Length == 0 ? "" : " ").Append(text.Replace("|", "\\|", StringComparison.Ordinal));
        Length += text.Length + 4;
    }

    /// <summary>The Markdown of the table that ends, or "" while it is inside another.</summary>
    public string End()
    {
        depth = Math.Max(0, depth - 1);
        return depth > 0 ? "" : Write();
    }

    /// <summary>The same for what was left open.</summary>
    public string EndAll()
    {
        depth = 0;
        return Write();
    }

    private string Write()
    {
        var cells = rows.Where(r => r.Any(c => c.Length > 0)).Select(r => r.Select(c => c.ToString()).ToArray()).ToArray();
        var columns = cells.Length == 0 ? 0 : cells.Max(r => r.Length);
        rows.Clear();
        Length = 0;
        if (columns <= 1)
        {
            return string.Join("\n\n", cells.Select(r => r[0]));
        }

        var text = new StringBuilder();
        Line(text, cells[0], columns);
        Line(text, [.. Enumerable.Repeat("---", columns)], columns);
        foreach (var row in cells.Skip(1))
        {
            Line(text, row, columns);
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Line(StringBuilder text, string[] cells, int columns) =>
        text.Append("| ").AppendJoin(" | ", cells.Concat(Enumerable.Repeat("", columns - cells.Length))).Append(" |\n");
}
