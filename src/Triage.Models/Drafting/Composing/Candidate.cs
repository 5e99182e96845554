namespace Triage.Models.Drafting.Composing;

/// <summary>A section of an article that was found.</summary>
/// <param name="Section">Its part that a letter has room for.</param>
/// <param name="Behind">Its article's distance from the best one.</param>
/// <param name="Found">What the search gave its passage beside the best one: 0 to <see cref="Farthest"/>.</param>
/// <param name="Place">How many found sections of its article stand before it.</param>
internal sealed record Candidate(Section Section, double Behind, double Found, int Place)
{
    // As far as anything that the model learned from. Where words alone are searched, scores lie tenths apart: without an end the
    // search would decide alone.
    private const double Farthest = -0.2;

    /// <summary>All sections of the articles.</summary>
    public static List<Candidate> Of(string message, IReadOnlyList<FoundArticle> articles)
    {
        var best = articles.SelectMany(a => a.Passages).Select(p => p.Score).DefaultIfEmpty().Max();
        return [.. articles.SelectMany(a => a.Passages
            .SelectMany(p => Section.Read(p.Passage).Select(s => (Section: s, p.Score)))
            .Select((s, place) => new Candidate(Excerpt.Of(s.Section, message), a.Behind, Math.Max(Farthest, s.Score - best), place)))];
    }
}
