using System.Text.Json.Nodes;
using Triage.Models.Retrieving;
using Triage.Models.Tests.Retrieving;
using Triage.Models.Triaging;
using static Triage.Models.Tests.Retrieving.Articles;

namespace Triage.Service.Tests.Retrieving.Qdrant;

/// <summary>What is sent to Qdrant, when, and in which order.</summary>
public sealed class QdrantFillTests : IAsyncLifetime
{
    private FakeQdrant qdrant = null!;

    public async ValueTask InitializeAsync() => qdrant = await FakeQdrant.StartAsync();

    public ValueTask DisposeAsync() => qdrant.DisposeAsync();

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);
        var before = qdrant.Shelf.Points("triage").Keys.ToHashSet();
        qdrant.Forget();

        await desk.BuiltAsync([.. Town.Where(a => a.Id != "bad"), Article("zebra", "Zebra halten", "Ein Zebra ist anzuzeigen.")]);

        var sent = Assert.Single(Sent());
        Assert.Equal("zebra", sent["payload"]!["article"]!.GetValue<string>());
        Assert.DoesNotContain(qdrant.Requests, r => r.Path == "/collections/aliases");
        Assert.Equal(before.Count - 1, qdrant.Shelf.Points("triage").Keys.Count(before.Contains));
    }

    [Fact]
    public async Task A_new_start_sends_nothing_that_is_there()
    {
        using (await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town))
        {
            qdrant.Forget();
        }

        using var second = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);

        Assert.Empty(Sent());
        Assert.Equal("hund", (await second.SearchAsync("Mein Dackel")).Passages[0].Passage.ArticleId);
    }

    [Fact]
    public async Task A_new_model_fills_a_new_collection_while_the_old_one_serves_and_then_the_alias_moves()
    {
        using var old = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);
        var collection = qdrant.Shelf.Aliases["triage"];
        qdrant.Forget();
        var found = new List<string>();
        qdrant.Fault = async context =>
        {
            if (context.Request.Method == "PUT")
            {
                found.Add((await old.SearchAsync("Mein Dackel zieht ein")).Passages[0].Passage.ArticleId);
                Assert.True(old.Index.State.Fine);
            }

            return false;
        };

        using var next = await new QdrantDesk(qdrant, new OtherModel()).BuiltAsync(Town);

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.Equal("hund", f));
        Assert.Single(qdrant.Requests, r => r.Path == "/collections/aliases");
        Assert.Equal("DELETE", qdrant.Requests.Last(r => r.Method != "GET").Method);
        Assert.NotEqual(collection, Assert.Single(qdrant.Shelf.Collections).Key);
        Assert.Equal("hund", (await next.SearchAsync("Mein Dackel zieht ein")).Passages[0].Passage.ArticleId);
    }

    [Fact]
    public async Task Vectors_of_two_models_are_never_compared()
    {
        using var old = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);
        using var next = await new QdrantDesk(qdrant, new OtherModel()).BuiltAsync(Town);

        var found = await old.SearchAsync("Mein Dackel zieht ein");

        Assert.Equal("hund", found.Passages[0].Passage.ArticleId);
        Assert.Contains("Not existing vector name", old.Index.State.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_was_broken_off_goes_on_where_it_stopped()
    {
        var many = Enumerable.Range(0, 250).Select(i => Article($"a{i}", $"Artikel {i}", $"Text {i}")).ToArray();
        qdrant.Fault = context =>
        {
            context.Response.StatusCode = 503;
            return Task.FromResult(context.Request.Path.Value!.EndsWith("/points", StringComparison.Ordinal) && Sent().Count > 200);
        };
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(many);
        Assert.False(desk.Index.State.Fine);
        Assert.Empty(qdrant.Shelf.Aliases);
        (qdrant.Fault, var held) = (null, qdrant.Shelf.Collections.Single().Value.Count);
        qdrant.Forget();

        await desk.Index.KeepAsync(default);

        Assert.Equal(200, held);
        Assert.Equal(50, Sent().Count);
        Assert.True(desk.Index.State.Fine);
    }

    [Fact]
    public async Task Points_that_got_lost_are_put_back()
    {
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);
        qdrant.Shelf.Points("triage").Remove(qdrant.Shelf.Points("triage").Keys.First());

        await desk.Index.KeepAsync(default);

        Assert.Equal(desk.Embedded.Passages.Count, qdrant.Shelf.Points("triage").Count);
    }

    [Fact]
    public async Task Other_collections_on_the_same_Qdrant_are_left_alone()
    {
        qdrant.Shelf.Create("triage-test-00000000-00000000", []);
        qdrant.Shelf.Create("triage-00000000-00000000", []);

        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);

        Assert.Equal(["triage-test-00000000-00000000"], qdrant.Shelf.Collections.Keys.Where(c => c != qdrant.Shelf.Aliases["triage"]));
    }

    private List<JsonNode> Sent() =>
        [.. qdrant.Requests.Where(r => r.Method == "PUT" && r.Path.EndsWith("/points", StringComparison.Ordinal)).SelectMany(r => JsonNode.Parse(r.Body)!["points"]!.AsArray().OfType<JsonNode>())];

    /// <summary>The same meanings under another name, and longer vectors.</summary>
    private sealed class OtherModel : ITextEmbedder
    {
        private readonly FakeEmbedder inner = new();

        public int Dimensions => inner.Dimensions + 1;

        public string ModelId => "other";

        public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation) =>
            Array.ConvertAll(await inner.EmbedAsync(texts, role, cancellation), v => (float[])[.. v, 0]);
    }
}
