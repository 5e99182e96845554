using Triage.Models.Retrieving;
using Triage.Models.Tests.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Service.Tests.Retrieving.Qdrant;

/// <summary>Qdrant does what every index must, and is really asked.</summary>
public sealed class QdrantIndexTests : KnowledgeIndexBehaviour, IAsyncLifetime
{
    private readonly List<QdrantDesk> desks = [];
    private FakeQdrant? qdrant;

    public async ValueTask InitializeAsync() => qdrant = await FakeQdrant.StartAsync();

    public async ValueTask DisposeAsync()
    {
        Assert.All(desks, d => Assert.StartsWith("Qdrant,", d.Index.State.Text, StringComparison.Ordinal));
        Assert.Contains(qdrant!.Requests, r => r.Method == "PUT");
        desks.ForEach(d => d.Dispose());
        await qdrant.DisposeAsync();
    }

    protected override Task<IKnowledgeIndex> MakeAsync(ITextEmbedder? embedder)
    {
        desks.Add(new QdrantDesk(qdrant!, embedder));
        return Task.FromResult<IKnowledgeIndex>(desks[^1].Index);
    }
}
