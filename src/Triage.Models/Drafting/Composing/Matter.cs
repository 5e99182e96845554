using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.Composing;

/// <summary>
/// What a letter may speak of: the topics that classifier or search agree on. A sentence from a stranger's article that shares a
/// word with the question would answer what nobody asked.
/// </summary>
internal sealed class Matter
{
    private readonly HashSet<string> topics;
    private readonly HashSet<string> articles;

    public Matter(DraftRequest request)
    {
        var judged = request.Classification;
        List<string> suspected = [.. judged.Topic is null ? [] : (string[])[judged.Topic], .. judged.Also];
        var found = request.Found.Passages.Select(p => p.Passage).ToList();
        var agreed = !judged.Abstained && found.Exists(p => p.Topic is not null && suspected.Contains(p.Topic));
        topics = agreed ? [.. suspected] : [.. found.Take(1).Select(p => p.Topic).OfType<string>()];
        articles = agreed ? [] : [.. found.Take(1).Select(p => p.ArticleId)];
    }

    /// <summary>The passages that belong to it, in their order.</summary>
    public IReadOnlyList<RetrievedPassage> Of(IReadOnlyList<RetrievedPassage> passages) =>
        [.. passages.Where(p => (p.Passage.Topic is { } topic && topics.Contains(topic)) || articles.Contains(p.Passage.ArticleId))];
}
