using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Composing;

/// <summary>
/// An article that may answer, with those of its passages that the search saw, in the order of its text.
/// <see cref="Behind"/>: how far its score lies behind the best article's, on the scale of <see cref="SectionScores"/>; 0 for the best.
/// </summary>
internal sealed record FoundArticle(string Id, double Behind, IReadOnlyList<Passage> Passages);

/// <summary>
/// Which articles a letter may speak of: those whose passages the search found best and whose topic the classifier suspects.
/// The best passage alone names the right article for less than three in five messages.
/// </summary>
internal static class ArticleRanking
{
    private const int MostArticles = 4;

    // A second passage that fits speaks for its article, but less than the best.
    private const double SecondShare = 0.5;

    // How much of the search's score a topic's likelihood weighs, in natural logarithms: ten times likelier is worth 0.012.
    private const double TopicWeight = 0.005;
    private const double LeastLikely = 0.001;

    // From the search's scores, whose clear differences are some hundredths, to those of sections.
    private const double Scale = 78;

    /// <summary>The best first; none when nothing was found.</summary>
    public static IReadOnlyList<FoundArticle> Of(DraftRequest request)
    {
        var likely = Likely(request.Classification);
        var deep = request.Found.Deep;
        var floor = deep.Count == 0 ? 0 : deep.Min(p => p.Score);
        var ranked = deep.GroupBy(p => p.Passage.ArticleId)
            .Select(article => (Passages: article.Select(p => p.Passage).OrderBy(p => p.Start).ToList(), Score: Score([.. article], floor, likely)))
            .OrderByDescending(a => a.Score).ToList();
        return [.. ranked.Where((a, rank) => rank == 0 || !a.Passages[0].IsOutdated).Take(MostArticles)
            .Select(a => new FoundArticle(a.Passages[0].ArticleId, Scale * (ranked[0].Score - a.Score), a.Passages))];
    }

    private static double Score(IReadOnlyList<RetrievedPassage> passages, double floor, Func<string?, double> likely)
    {
        var best = passages.Select(p => p.Score).OrderDescending().Take(2).ToList();
        return best[0] + (SecondShare * ((best.Count > 1 ? best[1] : floor) - floor)) + (TopicWeight * Math.Log(likely(passages[0].Passage.Topic) + LeastLikely));
    }

    // Without the classifier's word on all topics, the one decided is certain.
    private static Func<string?, double> Likely(Classification judged)
    {
        var topics = judged.Topics.ToDictionary(t => t.Id, t => t.Confidence);
        return topic => topic is null ? 0 : topics.Count > 0 ? topics.GetValueOrDefault(topic) : topic == judged.Topic ? 1 : 0;
    }
}
