namespace Triage.Models.Retrieving;

/// <summary>
/// Articles that a newer one has overtaken: marked by an editor as saying otherwise and reviewed earlier, or due for review
/// before another article of the same topic was reviewed. Compared with each other, so that no clock is needed.
/// </summary>
internal static class OutdatedArticles
{
    /// <summary>Their ids.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<KnowledgeArticle> articles)
    {
        var byId = articles.DistinctBy(a => a.Id).ToDictionary(a => a.Id);
        var newest = articles.Where(a => a.Topic is not null).GroupBy(a => a.Topic!).ToDictionary(g => g.Key, g => g.Max(a => a.ReviewedAt));
        var outdated = articles
            .Where(a => a.Topic is { } topic && a.ReviewBy is { } due && due < newest[topic])
            .Select(a => a.Id).ToHashSet();
        foreach (var one in articles)
        {
            if (one.ConflictsWith is { } id && byId.TryGetValue(id, out var other) && one.ReviewedAt != other.ReviewedAt)
            {
                outdated.Add(one.ReviewedAt < other.ReviewedAt ? one.Id : other.Id);
            }
        }

        return outdated;
    }
}
