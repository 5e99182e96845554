namespace Triage.Models.Drafting.Composing;

/// <summary>A section of an article that was found.</summary>
/// <param name="Section">Its part that a letter has room for.</param>
/// <param name="Behind">Its article's distance from the best one.</param>
/// <param name="Found">What the search gave its passage.</param>
/// <param name="Place">How many sections of its article stand before it.</param>
internal sealed record Candidate(Section Section, double Behind, double Found, int Place)
{
    /// <summary>All sections of the articles.</summary>
    public static List<Candidate> Of(string message, IReadOnlyList<FoundArticle> articles) =>
        [.. articles.SelectMany(a => a.Passages
            .SelectMany(p => Section.Read(p.Passage).Select(s => (Section: s, p.Score)))
            .Select((s, place) => new Candidate(Excerpt.Of(s.Section, message), a.Behind, s.Score, place)))];
}
