using Microsoft.Extensions.Options;
using Triage.Models.Retrieving;

namespace Triage.Service.Retrieving.Qdrant;

/// <summary>
/// Asks Qdrant which passages may answer: the nearest by meaning, those that share words, and some of the suspected office,
/// in one query that Qdrant fuses by their ranks. How they are ranked in the end is decided here, as without Qdrant.
/// </summary>
internal sealed class QdrantSearch(QdrantClient client, IOptions<QdrantOptions> options)
{
    // Twice what is wanted of each kind: what is ranked high in the end is rarely below that in both.
    private const int Share = 2;
    private const int FewestOfKind = 100;
    private static readonly FieldCondition Released = new("released", new(true));
    private readonly string path = $"collections/{options.Value.Collection}/points/query";

    /// <summary>Places of passages in the snapshot that the points were made of; empty when no passage shares anything with the question.</summary>
    /// <param name="points">What Qdrant holds.</param>
    /// <param name="query">The question. Its text stays here: what is sent are numbers.</param>
    /// <param name="question">Its vector, or null.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="QdrantException">Qdrant did not answer, or answered with passages that it was never given.</exception>
    public async Task<IReadOnlyList<int>> FindAsync(QdrantPoints points, KnowledgeQuery query, float[]? question, CancellationToken cancellation)
    {
        Prefetch[] wanted = [.. Wanted(points, query, question)];
        if (wanted.Length == 0)
        {
            return [];
        }

        var request = new QueryRequest(wanted, new FusionQuery("rrf"), wanted.Sum(p => p.Limit));
        var found = await client.ReadAsync<QueryResponse>(HttpMethod.Post, path, request, cancellation);
        var places = points.Places(found.Points.OfType<PointId>().Select(p => p.Id));
        return places.Count > 0 ? places : throw client.Error($"found none of {points.Ids.Count} passages. Was the collection emptied? It will be filled again.");
    }

    private static IEnumerable<Prefetch> Wanted(QdrantPoints points, KnowledgeQuery query, float[]? question)
    {
        var limit = Math.Max(FewestOfKind, Share * query.Top);
        if (question is not null)
        {
            yield return new Prefetch(question, points.Meaning, new Filter([Released]), limit);
        }

        var words = points.Snapshot.WordsOf(query.Text);
        if (words.Indices.Count > 0)
        {
            yield return new Prefetch(words, QdrantPoints.Words, new Filter([Released]), limit);
        }

        // A hint is worth little, but a passage that it would lift must be among the candidates.
        if (question is not null && Hints(query) is { Length: > 0 } hints)
        {
            yield return new Prefetch(question, points.Meaning, new Filter([Released], hints), FewestOfKind);
        }
    }

    private static FieldCondition[] Hints(KnowledgeQuery query) =>
        [.. new[] { ("topic", query.Topic), ("department", query.Department) }.Where(h => h.Item2 is not null).Select(h => new FieldCondition(h.Item1, new(h.Item2!)))];
}
