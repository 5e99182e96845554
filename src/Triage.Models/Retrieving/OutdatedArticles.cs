namespace Triage.Models.Retrieving;

/// <summary>
/// Articles that a newer one has overtaken: marked by an editor as saying otherwise, and due for review before the other was
/// reviewed. An article that is merely late for review may still be the only one that says what it says. Compared with each
/// other, so that no clock is needed.
/// </summary>
internal static class OutdatedArticles
{
    /// <summary>Their ids.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<KnowledgeArticle> articles)
    {
        var byId = articles.DistinctBy(a => a.Id).ToDictionary(a => a.Id);
        return articles
            .SelectMany(one => one.ConflictsWith is { } id && byId.TryGetValue(id, out var other) ? [(one, other), (other, one)] : Array.Empty<(KnowledgeArticle Old, KnowledgeArticle New)>())
            .Where(pair => IsOvertaken(pair.Old, pair.New))
            .Select(pair => pair.Old.Id)
            .ToHashSet();
    }

    private static bool IsOvertaken(KnowledgeArticle old, KnowledgeArticle next) =>
        old.ReviewedAt < next.ReviewedAt && (old.ReviewBy is not { } due || due < next.ReviewedAt);
}
