using Triage.Models.Inquiries;
using Triage.Models.Retrieving;

namespace Triage.Service.Retrieving.Qdrant;

/// <summary>
/// Searches in Qdrant, and in this process while Qdrant is filled or does not answer (fault 31): nobody waits for a broken
/// Qdrant more than once, and <see cref="KeepAsync"/> brings it back.
/// </summary>
/// <param name="embedded">The index in this process; it makes the vectors and stands in.</param>
/// <param name="modelId">The model that makes the vectors; null: words alone.</param>
/// <param name="store">Holds the passages.</param>
/// <param name="search">Finds them.</param>
/// <param name="log">Told what goes wrong, once.</param>
internal sealed partial class QdrantIndex(KnowledgeIndex embedded, string? modelId, QdrantStore store, QdrantSearch search, ILogger<QdrantIndex> log)
    : IKnowledgeIndex, IDisposable
{
    private readonly SemaphoreSlim keeping = new(1, 1);
    private volatile QdrantPoints? held;
    private volatile string? problem;
    private int filled;

    /// <summary>Who searches, in words.</summary>
    public IndexState State
    {
        get
        {
            var passages = embedded.Snapshot.Passages.Count;
            return problem is { } reason ? new($"eingebaut, denn Qdrant ist gestört. Technische Meldung: {reason}", Fine: false)
                : held?.Snapshot == embedded.Snapshot ? new(string.Create(German.Culture, $"Qdrant, {passages:N0} Textstellen"), Fine: true)
                : new(string.Create(German.Culture, $"eingebaut, bis Qdrant gefüllt ist ({filled:N0} von {passages:N0} Textstellen)"), Fine: true);
        }
    }

    public async Task BuildAsync(IReadOnlyList<KnowledgeArticle> articles, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        await embedded.BuildAsync(articles, progress, cancellation);
        await KeepAsync(cancellation);
    }

    /// <summary>Looks whether Qdrant holds what it should, and fills it where it does not. A failure is remembered, not thrown.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        await keeping.WaitAsync(cancellation);
        try
        {
            var now = embedded.Snapshot;
            if (modelId is not null && now.Vectors is null)
            {
                // The model fails for a moment: the vectors that Qdrant holds are worth keeping until it is back.
                return;
            }

            if (held is { } points && points.Snapshot == now && await store.CountAsync(cancellation) == points.Ids.Count)
            {
                return;
            }

            points = new QdrantPoints(now, modelId);
            await store.FillAsync(points, done => filled = done, cancellation);
            (held, problem) = (points, null);
            LogFilled(log, points.Ids.Count);
        }
        catch (QdrantException e)
        {
            Failed(e);
        }
        finally
        {
            keeping.Release();
        }
    }

    public async Task<RetrievalResult> SearchAsync(KnowledgeQuery query, CancellationToken cancellation)
    {
        var now = embedded.Snapshot;
        if (held is not { } points || points.Snapshot != now || now.Passages.Count == 0 || string.IsNullOrWhiteSpace(query.Text))
        {
            return await embedded.SearchAsync(query, cancellation);
        }

        try
        {
            var question = await embedded.VectorAsync(now, query, cancellation);
            return now.Rank(query, question, await search.FindAsync(points, query, question, cancellation));
        }
        catch (QdrantException e)
        {
            Failed(e);
            return await embedded.SearchAsync(query, cancellation);
        }
    }

    public void Dispose() => keeping.Dispose();

    private void Failed(QdrantException e)
    {
        held = null;
        if (problem != e.Message)
        {
            problem = e.Message;
            LogFailed(log, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Searching {Passages} passages in Qdrant")]
    private static partial void LogFilled(ILogger log, int passages);

    [LoggerMessage(LogLevel.Error, "Searching within this process until Qdrant answers again: {Problem}")]
    private static partial void LogFailed(ILogger log, string problem);
}
