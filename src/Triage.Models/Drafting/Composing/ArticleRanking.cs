using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.Composing;

/// <summary>
/// An article that may answer, with those of its passages that the search saw, in the order of its text.
/// <see cref="Behind"/>: how far its score lies behind the best article's, on the scale of <see cref="SectionScores"/>; 0 for the best.
/// </summary>
internal sealed record FoundArticle(string Id, double Behind, IReadOnlyList<Passage> Passages);

/// <summary>
/// Which articles a letter may speak of: those whose passages the search found best, likely topics preferred. The best passage
/// alone names the right article less often.
/// </summary>
internal static class ArticleRanking
{
    private const int MostArticles = 4;

    // A second passage that fits speaks for its article, but less than the best.
    private const double SecondShare = 0.5;

    // From the search's scores, whose clear differences are some hundredths, to those of sections.
    private const double Scale = 78;

    /// <summary>The best first; none when nothing was found.</summary>
    public static IReadOnlyList<FoundArticle> Of(InquiryResult found)
    {
        var floor = found.Deep.Count == 0 ? 0 : found.Deep.Min(p => p.Score);
        var ranked = found.Deep.GroupBy(p => p.Passage.ArticleId)
            .Select(article => (Passages: article.Select(p => p.Passage).OrderBy(p => p.Start).ToList(), Score: Score([.. article], floor)))
            .OrderByDescending(a => a.Score).ToList();
        return [.. ranked.Where((a, rank) => rank == 0 || !a.Passages[0].IsOutdated).Take(MostArticles)
            .Select(a => new FoundArticle(a.Passages[0].ArticleId, Scale * (ranked[0].Score - a.Score), a.Passages))];
    }

    private static double Score(IReadOnlyList<RetrievedPassage> passages, double floor)
    {
        var best = passages.Select(p => p.Score).OrderDescending().Take(2).ToList();
        return best[0] + (SecondShare * ((best.Count > 1 ? best[1] : floor) - floor));
    }
}
