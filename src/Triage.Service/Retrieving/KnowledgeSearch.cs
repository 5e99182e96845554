using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;
using Triage.Service.Retrieving.Qdrant;

namespace Triage.Service.Retrieving;

/// <summary>The search with one embedding model: within this process, and in Qdrant where the settings name one.</summary>
internal sealed class KnowledgeSearch : IDisposable
{
    private readonly KnowledgeIndex embedded;
    private readonly QdrantIndex? qdrant;

    /// <param name="embedder">Null: words alone.</param>
    /// <param name="options">Where vectors are kept.</param>
    /// <param name="qdrant">Null: stands in until another model is ready, and leaves what Qdrant holds alone.</param>
    public KnowledgeSearch(ITextEmbedder? embedder, IOptions<KnowledgeOptions> options, QdrantHost? qdrant)
    {
        (ModelId, StandsIn) = (embedder?.ModelId, qdrant is null);
        embedded = new KnowledgeIndex(embedder, options.Value.CacheFolder);
        this.qdrant = qdrant?.Over(embedded, ModelId);
        Inquiries = new InquirySearch(this.qdrant is { } database ? database : embedded);
    }

    /// <summary>The embedding model; null: words alone.</summary>
    public string? ModelId { get; }

    public bool StandsIn { get; }

    public InquirySearch Inquiries { get; }

    public int Passages => embedded.Passages.Count;

    /// <summary>Whether meanings are compared.</summary>
    public bool IsComplete => embedded.IsComplete;

    /// <summary>Who searches, in words.</summary>
    public IndexState State =>
        qdrant?.State ?? new IndexState(string.Create(German.Culture, $"eingebaut, {Passages:N0} Textstellen"), Fine: true);

    /// <summary>Whether a build with these articles has nothing to embed.</summary>
    public Task<bool> IsKeptAsync(IReadOnlyList<KnowledgeArticle> articles, CancellationToken cancellation) => embedded.IsKeptAsync(articles, cancellation);

    /// <summary>Makes exactly these articles searchable within this process.</summary>
    public Task BuildAsync(IReadOnlyList<KnowledgeArticle> articles, IProgress<IndexProgress> progress, CancellationToken cancellation) =>
        embedded.BuildAsync(articles, progress, cancellation);

    /// <summary>Brings Qdrant to what is searched here, or back after a failure.</summary>
    public Task KeepAsync(CancellationToken cancellation) => qdrant?.KeepAsync(cancellation) ?? Task.CompletedTask;

    public void Dispose()
    {
        qdrant?.Dispose();
        embedded.Dispose();
    }
}
