using Triage.Models.Retrieving;
using Triage.Models.Tests.Retrieving;
using Triage.Models.Triaging;
using static Triage.Models.Tests.Retrieving.Articles;

namespace Triage.Service.Tests.Retrieving.Qdrant;

/// <summary>What stays in Qdrant, and what answers, when something beside it fails or its answers are not its own.</summary>
public sealed class QdrantFaultTests : IAsyncLifetime
{
    private FakeQdrant qdrant = null!;

    public async ValueTask InitializeAsync() => qdrant = await FakeQdrant.StartAsync();

    public ValueTask DisposeAsync() => qdrant.DisposeAsync();

    [Fact]
    public async Task While_the_embedding_model_fails_the_vectors_in_Qdrant_stay_and_words_decide()
    {
        var model = new ModelThatMayFail();
        using var desk = await new QdrantDesk(qdrant, model).BuiltAsync(Town);
        var collection = Assert.Single(qdrant.Shelf.Collections).Key;
        model.Fails = true;

        await Assert.ThrowsAsync<EmbeddingException>(() => desk.BuiltAsync([.. Town, Zebra]));
        await desk.Index.KeepAsync(default);

        Assert.Equal(collection, Assert.Single(qdrant.Shelf.Collections).Key);
        Assert.Equal("zebra", (await desk.SearchAsync("Ein Zebra halten")).Passages[0].Passage.ArticleId);

        model.Fails = false;
        await desk.BuiltAsync([.. Town, Zebra]);
        Assert.Equal(collection, qdrant.Shelf.Aliases["triage"]);
        Assert.StartsWith("Qdrant,", desk.Index.State.Text, StringComparison.Ordinal);
    }

    private static KnowledgeArticle Zebra => Article("zebra", "Zebra halten", "Ein Zebra ist anzuzeigen.");

    private sealed class ModelThatMayFail : ITextEmbedder
    {
        private readonly FakeEmbedder inner = new();

        public bool Fails { get; set; }

        public int Dimensions => inner.Dimensions;

        public string ModelId => inner.ModelId;

        public Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation) =>
            Fails ? throw new EmbeddingException("The model is down.") : inner.EmbedAsync(texts, role, cancellation);
    }
}
