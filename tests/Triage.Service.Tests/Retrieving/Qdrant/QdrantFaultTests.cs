using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
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

    [Fact]
    public async Task A_collection_whose_creation_was_broken_off_gets_its_indexes()
    {
        qdrant.Fault = context =>
        {
            var isIndex = context.Request.Path.Value!.EndsWith("/index", StringComparison.Ordinal);
            context.Response.StatusCode = isIndex ? 503 : 200;
            return Task.FromResult(isIndex);
        };
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);
        Assert.Single(qdrant.Shelf.Collections);
        Assert.False(desk.Index.State.Fine);
        qdrant.Fault = null;
        qdrant.Forget();

        await desk.Index.KeepAsync(default);

        Assert.True(desk.Index.State.Fine);
        Assert.Equal(
            ["released", "department", "topic"],
            qdrant.Requests.Where(r => r.Path.EndsWith("/index", StringComparison.Ordinal)).Select(r => JsonNode.Parse(r.Body)!["field_name"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("/aliases", """{"result":{}}""")]
    [InlineData("/aliases", """{"result":{"aliases":[{}]}}""")]
    [InlineData("/collections", """{"result":{}}""")]
    [InlineData("/collections", """{"result":{"collections":null}}""")]
    [InlineData("/points/scroll", """{"result":{}}""")]
    [InlineData("/points/count", """{"result":{}}""")]
    [InlineData("/points/query", """{}""")]
    [InlineData("/points/query", """{"result":{}}""")]
    [InlineData("/points/query", """{"result":{"points":null}}""")]
    [InlineData("/points/query", """{"result":{"points":[null]}}""")]
    [InlineData("/points/query", """{"result":{"points":[{}]}}""")]
    public async Task Faults_31_and_35_an_answer_that_is_not_as_agreed_leaves_the_search_in_the_process(string path, string answer)
    {
        Answers(path, answer);
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);
        await desk.Index.KeepAsync(default);

        Assert.Equal("hund", (await desk.SearchAsync("Mein Dackel zieht ein")).Passages[0].Passage.ArticleId);
        Assert.False(desk.Index.State.Fine);
    }

    [Theory]
    [InlineData("/aliases", """{"result":{"aliases":[null]}}""")]
    [InlineData("/collections", """{"result":{"collections":[null]}}""")]
    [InlineData("/points/scroll", """{"result":{"points":[null]}}""")]
    public async Task Fault_35_an_empty_entry_in_a_list_is_passed_over(string path, string answer)
    {
        Answers(path, answer);
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);

        Assert.StartsWith("Qdrant,", desk.Index.State.Text, StringComparison.Ordinal);
        Assert.Equal("hund", (await desk.SearchAsync("Mein Dackel zieht ein")).Passages[0].Passage.ArticleId);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task Fault_35_an_answer_in_an_unknown_charset_leaves_the_search_in_the_process(int status)
    {
        Answers("/points/query", "{}", "application/json; charset=klingon", status);
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);

        Assert.Equal("hund", (await desk.SearchAsync("Mein Dackel zieht ein")).Passages[0].Passage.ArticleId);
        Assert.False(desk.Index.State.Fine);
    }

    private static KnowledgeArticle Zebra => Article("zebra", "Zebra halten", "Ein Zebra ist anzuzeigen.");

    private void Answers(string path, string answer, string type = "application/json", int status = 200) => qdrant.Fault = async context =>
    {
        if (!context.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal) || context.Request.Path == "/collections/aliases")
        {
            return false;
        }

        (context.Response.ContentType, context.Response.StatusCode) = (type, status);
        await context.Response.WriteAsync(answer);
        return true;
    };

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
