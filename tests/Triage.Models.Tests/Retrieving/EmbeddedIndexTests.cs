using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Retrieving;

/// <summary>The index within this process does what every index must.</summary>
public sealed class EmbeddedIndexTests : KnowledgeIndexBehaviour, IDisposable
{
    private KnowledgeIndex? index;

    public void Dispose() => index?.Dispose();

    protected override Task<IKnowledgeIndex> MakeAsync(ITextEmbedder? embedder) => Task.FromResult<IKnowledgeIndex>(index = new KnowledgeIndex(embedder));
}
