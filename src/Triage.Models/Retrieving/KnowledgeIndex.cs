using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Models.Retrieving;

/// <summary>How a search compares: the default is both.</summary>
public enum SearchMode
{
    Hybrid,
    Lexical,
    Dense,
}

/// <summary>
/// The index within this process: BM25 and embeddings over all passages, exact. Without an embedding model, and until
/// the vectors of the first build are there, the words alone decide.
/// </summary>
/// <param name="embedder">Null: words alone.</param>
/// <param name="cacheFolder">Where vectors are kept by content, so that a start embeds only what is new; null: nowhere.</param>
public sealed class KnowledgeIndex(ITextEmbedder? embedder, string? cacheFolder = null, SearchMode mode = SearchMode.Hybrid)
    : IKnowledgeIndex, IDisposable
{
    // Small enough to resume with little loss, large enough that a batch is worth its write.
    private const int PassagesInStep = 64;
    private readonly SemaphoreSlim building = new(1, 1);
    private readonly PassageSplitter splitter = PassageSplitter.For(embedder);
    private readonly Lazy<ITextEmbedder?> cached = new(() => embedder is null || cacheFolder is null ? embedder : new CachedEmbedder(embedder, cacheFolder));
    private volatile IndexSnapshot snapshot = IndexSnapshot.Empty;

    /// <summary>What is searched now.</summary>
    public IndexSnapshot Snapshot => snapshot;

    /// <summary>The passages that are searched now.</summary>
    public IReadOnlyList<Passage> Passages => snapshot.Passages;

    /// <summary>Whether searches compare meanings too, not only words.</summary>
    public bool IsComplete => snapshot.Vectors is not null;

    /// <summary>Whether the vectors of all these articles' passages are kept, so that a build has nothing to embed.</summary>
    public Task<bool> IsKeptAsync(IReadOnlyList<KnowledgeArticle> articles, CancellationToken cancellation) => Task.Run(
        () => cached.Value is CachedEmbedder kept
            && articles.SelectMany(splitter.Split).All(p => kept.Knows(PassageText.ForEmbedding(p), EmbeddingRole.Passage)),
        cancellation);

    public async Task BuildAsync(
        IReadOnlyList<KnowledgeArticle> articles, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        await building.WaitAsync(cancellation);
        try
        {
            var next = await Task.Run(() => IndexSnapshot.Of(articles, splitter), cancellation);
            if (embedder is null || mode == SearchMode.Lexical || snapshot.Vectors is null)
            {
                snapshot = next;
            }

            if (cached.Value is { } model && mode != SearchMode.Lexical)
            {
                snapshot = await EmbedAsync(model, next, progress, cancellation);
            }
        }
        catch (EmbeddingException)
        {
            // What was retired must not be found any more, and questions get no vectors now either.
            snapshot = snapshot.Vectors is null ? snapshot : await Task.Run(() => IndexSnapshot.Of(articles, splitter), cancellation);
            throw;
        }
        finally
        {
            building.Release();
        }
    }

    public async Task<RetrievalResult> SearchAsync(KnowledgeQuery query, CancellationToken cancellation)
    {
        var now = snapshot;
        if (now.Passages.Count == 0 || string.IsNullOrWhiteSpace(query.Text))
        {
            return new RetrievalResult([], NoSource: true);
        }

        return now.Search(query, await VectorAsync(now, query, cancellation), mode);
    }

    /// <summary>The question's vector where the snapshot has vectors to compare it with, otherwise null.</summary>
    public async Task<float[]?> VectorAsync(IndexSnapshot searched, KnowledgeQuery query, CancellationToken cancellation)
    {
        if (embedder is null || searched.Vectors is null)
        {
            return null;
        }

        try
        {
            return (await embedder.EmbedAsync([embedder.LeavesProcess ? Masked(query) : query.Text], EmbeddingRole.Query, cancellation))[0];
        }
        catch (EmbeddingException)
        {
            // The words alone decide; why is known to whoever holds the model.
            return null;
        }
    }

    public void Dispose() => building.Dispose();

    private static string Masked(KnowledgeQuery query) => Pseudonymizer.Mask(new Inquiry("", query.Text, query.Message ?? ""), new Pseudonyms()).Subject;

    private static async Task<IndexSnapshot> EmbedAsync(
        ITextEmbedder model, IndexSnapshot next, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        var vectors = new List<float[]>(next.Passages.Count);
        progress?.Report(new IndexProgress(0, next.Passages.Count));
        foreach (var step in next.Passages.Select(PassageText.ForEmbedding).Chunk(PassagesInStep))
        {
            cancellation.ThrowIfCancellationRequested();
            vectors.AddRange(await model.EmbedAsync(step, EmbeddingRole.Passage, cancellation));
            progress?.Report(new IndexProgress(vectors.Count, next.Passages.Count));
        }

        var empty = await model.EmbedAsync(HybridScore.EmptyMessages, EmbeddingRole.Query, cancellation);
        var scale = model.NeedsScale ? await NearnessScale.MeasureAsync(model, next.Passages, vectors, cancellation) : NearnessScale.None;
        return next.With([.. vectors], empty, scale);
    }
}
