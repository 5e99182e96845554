using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;
using Triage.Service.Retrieving.Qdrant;

namespace Triage.Service.Tests.Retrieving.Qdrant;

/// <summary>An index before a Qdrant, as the service makes it.</summary>
internal sealed class QdrantDesk(FakeQdrant qdrant, ITextEmbedder? embedder, string key = "", int seconds = 30) : IDisposable
{
    private readonly QdrantHost host = new(
        Options.Create(new QdrantOptions { Endpoint = qdrant.Address.ToString(), ApiKey = key, TimeoutSeconds = seconds }), NullLogger<QdrantIndex>.Instance);

    private QdrantIndex? index;

    public KnowledgeIndex Embedded { get; } = new(embedder);

    public QdrantIndex Index => index ??= host.Over(Embedded, embedder?.ModelId)!;

    public async Task<QdrantDesk> BuiltAsync(params IReadOnlyList<KnowledgeArticle> articles)
    {
        await Index.BuildAsync(articles, null, default);
        return this;
    }

    public Task<RetrievalResult> SearchAsync(string question) => Index.SearchAsync(new KnowledgeQuery(question), default);

    public void Dispose()
    {
        Index.Dispose();
        Embedded.Dispose();
        host.Dispose();
    }
}
