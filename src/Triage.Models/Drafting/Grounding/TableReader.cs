using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <content>Tables: each cell is a unit that stands under its row's label and its column's head.</content>
internal sealed partial class UnitReader
{
    private void Row(int start, int end)
    {
        var cells = Cells(start, end);
        if (cells.Count == 0 || cells.All(c => text[c.Start..c.End].All(x => x is '-' or ':' or ' ')))
        {
            return;
        }

        var isHead = columns.Count == 0;
        var label = isHead ? Lead.None : new Lead(Words.Read(text, cells[0].Start, cells[0].End), text[cells[0].Start..cells[0].End].Trim());
        for (var i = 0; i < cells.Count; i++)
        {
            Add(cells[i].Start, cells[i].End, (i == 0 ? Lead.None : label).And(i < columns.Count ? columns[i] : Lead.None));
        }

        if (isHead)
        {
            columns = [.. units.TakeLast(cells.Count).Select(u => new Lead(Context.Tokens(u), u.Text.Trim()))];
        }
    }

    private List<(int Start, int End)> Cells(int start, int end)
    {
        var cells = new List<(int, int)>();
        var from = -1;
        for (var at = start; at < end; at++)
        {
            if (text[at] == '|')
            {
                if (from >= 0)
                {
                    cells.Add((from, at));
                }

                from = at + 1;
            }
        }

        return cells;
    }

    private sealed record Lead(List<Word> Words, string Text)
    {
        public static readonly Lead None = new([], string.Empty);

        public Lead And(Lead other) => new([.. Words, .. other.Words], $"{Text} {other.Text}".Trim());
    }
}
