using Triage.Models.Drafting.Grounding;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Composing;

/// <summary>The part of a section that a letter has room for: whole where it is short, the telling sentences in a row where it is long.</summary>
internal static class Excerpt
{
    private const int MostSentences = 9;
    private const int MostRows = 5;

    // A list's items are read at a glance.
    private const double ItemLength = 0.5;

    /// <summary>In sentences.</summary>
    public static int Length(Section section) =>
        (int)Math.Ceiling(section.Units.Sum(u => IsListItem(u) || IsCell(u) ? ItemLength : 1));

    /// <param name="section">As the article has it.</param>
    /// <param name="question">What the citizen wrote.</param>
    public static Section Of(Section section, string question)
    {
        var asked = Words.Read(question).Select(w => w.Stem).Distinct().ToList();
        var units = section.Units.ToList();
        var cells = units.Where(IsCell).ToList();
        if (cells.Count > MostRows)
        {
            var kept = cells.OrderByDescending(u => Told(asked, u)).Take(MostRows).ToHashSet();
            units.RemoveAll(u => IsCell(u) && !kept.Contains(u));
        }

        var sentences = units.Count(u => !IsListItem(u) && !IsCell(u));
        return section with { Units = sentences <= MostSentences ? units : Window(units, asked) };
    }

    /// <summary>Whether the unit stands behind a list's mark.</summary>
    public static bool IsListItem(TextUnit unit)
    {
        var line = unit.Start == 0 ? 0 : unit.Whole.LastIndexOf('\n', unit.Start - 1) + 1;
        return unit.Whole[line..unit.Start].TrimStart() is { Length: > 0 } mark && mark[0] is '-' or '*' or '•' or (>= '0' and <= '9');
    }

    /// <summary>Whether the unit is a table's cell, introduced by its row and column.</summary>
    public static bool IsCell(TextUnit unit) => unit.Introduction.Length > 0 && !IsListItem(unit) && !unit.Introduction.EndsWith(':');

    // The row of sentences that together say most of what was asked; a list in it stays whole.
    private static List<TextUnit> Window(List<TextUnit> units, List<string> asked)
    {
        var best = Enumerable.Range(0, Math.Max(1, units.Count - MostSentences + 1))
            .OrderByDescending(start => units.Skip(start).Take(MostSentences).Sum(u => Told(asked, u))).First();
        var (first, last) = (best, Math.Min(units.Count, best + MostSentences) - 1);
        while (first > 0 && (PointsBack.IsIn(units[first].Text) || IsListItem(units[first])))
        {
            first--;
        }

        while (last + 1 < units.Count && IsListItem(units[last + 1]) && (IsListItem(units[last]) || units[last].Text.TrimEnd().EndsWith(':')))
        {
            last++;
        }

        return units[first..(last + 1)];
    }

    private static double Told(List<string> asked, TextUnit unit)
    {
        var stems = unit.Words.Concat(unit.LeadIn).Select(w => w.Stem).ToList();
        return stems.Count == 0 ? 0 : asked.Sum(word => stems.Max(s => Words.Likeness(word, s)));
    }
}
