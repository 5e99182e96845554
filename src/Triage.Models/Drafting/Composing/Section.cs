using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.Composing;

/// <summary>
/// What stands under one heading of a passage: two to six sentences, or a list, that an author wrote to be read together.
/// A letter takes it whole, because a sentence alone may speak of something that another one named.
/// </summary>
internal sealed record Section(Passage Passage, string Heading, IReadOnlyList<TextUnit> Units)
{
    /// <summary>As it is compared with a question: with what it is about.</summary>
    public string Meaning => $"{Passage.ArticleTitle}: {Heading}. {string.Join(' ', Units.Select(u => u.Text))}";

    /// <summary>What it is called; a text without headings has its article's title.</summary>
    public string Name => Heading.Length == 0 ? Passage.ArticleTitle : Heading;

    public int Start => Units[0].Start;

    /// <summary>As a letter shows it, with its heading.</summary>
    public int WordCount => Count(Heading) + Units.Sum(u => Count(u.Text) + (Excerpt.IsCell(u) ? Count(u.Introduction) : 0));

    /// <summary>The sections of a passage in their order; none where its text is such that reading it takes too long.</summary>
    public static List<Section> Read(Passage passage)
    {
        try
        {
            return Sections(passage);
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    private static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static List<Section> Sections(Passage passage)
    {
        var sections = new List<Section>();
        var heads = Headings(passage);
        var units = UnitReader.Read(passage.Id, $"{passage.ArticleTitle} {passage.HeadingPath}", passage.Text).Where(u => u.Words.Count > 0);
        foreach (var group in units.GroupBy(u => heads.FindLastIndex(h => h.Start <= u.Start)))
        {
            sections.Add(new Section(passage, heads[group.Key].Text, [.. group]));
        }

        return sections;
    }

    // The first heading lies before the passage; its path names it.
    private static List<(int Start, string Text)> Headings(Passage passage)
    {
        var first = passage.HeadingPath.Split("; ")[0].Split(" › ")[^1];
        List<(int, string)> headings = [(0, first)];
        for (var start = 0; start >= 0 && start < passage.Text.Length;)
        {
            var end = passage.Text.IndexOf('\n', start) is >= 0 and var at ? at : passage.Text.Length;
            if (passage.Text[start] == '#')
            {
                headings.Add((start, passage.Text[start..end].Trim('#', ' ', '\r')));
            }

            start = end + 1;
        }

        return headings;
    }
}
