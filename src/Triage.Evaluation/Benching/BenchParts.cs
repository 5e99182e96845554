using System.Diagnostics;
using Triage.Models.Drafting;
using Triage.Models.Drafting.Composing;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Benching;

/// <summary>The shipped models and data, put together as the service does; what is not shipped is null.</summary>
internal sealed class BenchParts : IDisposable
{
    private readonly IReadOnlyList<KnowledgeArticle> articles;
    private readonly double knowledgeMs;
    private readonly double? embeddingMs;
    private readonly double? routerMs;

    /// <exception cref="InvalidDataException">A model is damaged.</exception>
    public BenchParts(string data, string router)
    {
        var embedding = Path.Combine(data, "models", "embedding");
        (Embedder, embeddingMs) = Directory.Exists(embedding) ? Timed(() => OnnxEmbedder.Load(embedding)) : (null, null);
        (Classifier, routerMs) = Directory.Exists(router) ? Timed(() => InquiryClassifier.Load(router, Embedder)) : (null, null);
        Municipality = Municipality.Load(Path.Combine(data, "municipality", "municipality.json"));
        Town = TownFacts.Load(Path.Combine(data, "municipality"));
        (articles, var reading) = Timed(() => KnowledgeLoader.Load(Path.Combine(data, "knowledge"), Town).Articles);
        knowledgeMs = reading ?? 0;
        Drafter = new ReplyDrafter(new ReplyComposer(Embedder), null);
        Index = new KnowledgeIndex(Embedder);
    }

    public OnnxEmbedder? Embedder { get; }

    public InquiryClassifier? Classifier { get; }

    public Municipality Municipality { get; }

    public TownFacts Town { get; }

    public ReplyDrafter Drafter { get; }

    /// <summary>Empty until one of the builds.</summary>
    public KnowledgeIndex Index { get; private set; }

    /// <summary>Builds the index into an empty cache folder, then again from that cache.</summary>
    public async Task<ReadyTimes> BuildTwiceAsync(string cache, CancellationToken cancellation)
    {
        var model = Embedder is null ? null : new TimedEmbedder(Embedder);
        using var first = new KnowledgeIndex(model, cache);
        var start = Stopwatch.GetTimestamp();
        await first.BuildAsync(articles, null, cancellation);
        var fromNothing = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        await BuildAsync(cache, cancellation);
        return new ReadyTimes(
            embeddingMs, routerMs, knowledgeMs, fromNothing.TotalMilliseconds, model?.Spent.TotalMilliseconds ?? 0,
            Stopwatch.GetElapsedTime(start).TotalMilliseconds, articles.Count, Index.Passages.Count);
    }

    /// <summary>Builds the index with what the cache folder holds.</summary>
    public async Task BuildAsync(string cache, CancellationToken cancellation)
    {
        Index.Dispose();
        Index = new KnowledgeIndex(Embedder, cache);
        await Index.BuildAsync(articles, null, cancellation);
    }

    public void Dispose()
    {
        Index.Dispose();
        Embedder?.Dispose();
    }

    private static (T Value, double? Ms) Timed<T>(Func<T> load)
    {
        var start = Stopwatch.GetTimestamp();
        var value = load();
        return (value, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
