using System.Text.Json.Nodes;
using Triage.Models.Retrieving;
using Triage.Models.Tests.Retrieving;
using static Triage.Models.Tests.Retrieving.Articles;

namespace Triage.Service.Tests.Retrieving.Qdrant;

/// <summary>How Qdrant is asked, and what is done when it does not answer.</summary>
public sealed class QdrantSearchTests : IAsyncLifetime
{
    private FakeQdrant qdrant = null!;

    public async ValueTask InitializeAsync() => qdrant = await FakeQdrant.StartAsync();

    public ValueTask DisposeAsync() => qdrant.DisposeAsync();

    [Fact]
    public async Task Words_and_meaning_are_asked_for_in_one_query_that_Qdrant_fuses()
    {
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);
        qdrant.Forget();

        await desk.Index.SearchAsync(new KnowledgeQuery("Was kostet die Hundesteuer?", "hundesteuer", "steueramt"), default);

        var body = JsonNode.Parse(Assert.Single(qdrant.Requests).Body)!;
        Assert.Equal("rrf", body["query"]!["fusion"]!.GetValue<string>());
        Assert.Equal(["fake", "words", "fake"], body["prefetch"]!.AsArray().Select(p => p!["using"]!.GetValue<string>()));
        Assert.All(body["prefetch"]!.AsArray(), p => Assert.Equal("released", p!["filter"]!["must"]![0]!["key"]!.GetValue<string>()));
        Assert.Equal(["topic", "department"], body["prefetch"]![2]!["filter"]!["should"]!.AsArray().Select(c => c!["key"]!.GetValue<string>()));
    }

    [Fact]
    public async Task No_word_of_a_question_or_of_the_knowledge_is_sent()
    {
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);
        await desk.SearchAsync("Kanarienvogel Mustermann und die Hundesteuer");

        Assert.All(qdrant.Requests, r => Assert.DoesNotContain("Mustermann", r.Body, StringComparison.OrdinalIgnoreCase));
        Assert.All(qdrant.Requests, r => Assert.DoesNotContain("90 Euro", r.Body, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Both_indexes_rank_alike_over_many_passages()
    {
        string[] subjects = ["Hund", "Ausweis", "Reisepass", "Freibad", "Laub", "Zebra", "Sperrmüll", "Trauung"];
        var many = Enumerable.Range(0, 1200).Select(i => Article(
            $"a{i}", $"{subjects[i % 8]} in Ortsteil {i}", $"Im Ortsteil {i} gilt für {subjects[i % 8]} die Frist {i % 7}. {Words(20, $"wort{i % 31}")}",
            topic: $"thema{i % 12}")).ToArray();
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(many);

        foreach (var text in new[] { "Welche Frist gilt für den Dackel in Ortsteil 808?", "Ortsteil 77", "schwimmen", "Vierbeiner wort1 wort9", "ganz etwas anderes" })
        {
            var query = new KnowledgeQuery(text, "thema8");
            var (alone, found) = (await desk.Embedded.SearchAsync(query, default), await desk.Index.SearchAsync(query, default));
            Assert.Equal(alone.NoSource, found.NoSource);
            Assert.Equal(alone.Passages.Take(3).Select(p => p.Score), found.Passages.Take(3).Select(p => p.Score));
        }

        Assert.StartsWith("Qdrant,", desk.Index.State.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_37_a_passage_that_somebody_put_into_Qdrant_is_never_shown()
    {
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder()).BuiltAsync(Town);
        var points = qdrant.Shelf.Points("triage");
        var real = points.Values.First(p => p.Payload["article"]!.GetValue<string>() == "hund");
        var planted = Guid.NewGuid().ToString();
        points[planted] = real with { Id = planted };

        var found = await desk.SearchAsync("Was kostet die Hundesteuer?");

        Assert.Equal("hund", found.Passages[0].Passage.ArticleId);
        Assert.Equal(desk.Embedded.Passages.Count(p => p.ArticleId == "hund"), found.Passages.Count(p => p.Passage.ArticleId == "hund"));
        await desk.Index.KeepAsync(default);
        Assert.False(qdrant.Shelf.Points("triage").ContainsKey(planted));
    }

    [Theory]
    [InlineData("stopped", "does not answer")]
    [InlineData("hanging", "did not answer within 1 seconds")]
    [InlineData("broken", "answered POST /collections/triage/points/query with 500")]
    [InlineData("page", "is not Qdrant's JSON")]
    [InlineData("emptied", "found none of 5 passages")]
    [InlineData("deleted", "doesn't exist")]
    public async Task Fault_31_while_Qdrant_fails_the_search_in_the_process_answers_and_then_Qdrant_again(string fault, string problem)
    {
        using var desk = await new QdrantDesk(qdrant, new FakeEmbedder(), seconds: 1).BuiltAsync(Town);
        await BreakAsync(fault);

        Assert.Equal("hund", (await desk.SearchAsync("Mein Dackel zieht ein")).Passages[0].Passage.ArticleId);
        Assert.Contains(problem, desk.Index.State.Text, StringComparison.Ordinal);
        Assert.False(desk.Index.State.Fine);
        var asked = qdrant.Requests.Count;
        Assert.Equal("bad", (await desk.SearchAsync("schwimmen")).Passages[0].Passage.ArticleId);
        Assert.Equal(asked, qdrant.Requests.Count);

        await RepairAsync(fault);
        await desk.Index.KeepAsync(default);
        qdrant.Forget();
        Assert.Equal("hund", (await desk.SearchAsync("Mein Dackel zieht ein")).Passages[0].Passage.ArticleId);
        Assert.Equal("/collections/triage/points/query", Assert.Single(qdrant.Requests).Path);
    }

    [Fact]
    public async Task The_key_goes_with_each_request_and_a_wrong_one_is_named()
    {
        qdrant.Key = "geheim";
        using var right = await new QdrantDesk(qdrant, new FakeEmbedder(), key: "geheim").BuiltAsync(Town);
        Assert.True(right.Index.State.Fine);
        Assert.All(qdrant.Requests, r => Assert.Equal("geheim", r.Key));

        using var wrong = await new QdrantDesk(qdrant, new FakeEmbedder(), key: "anders").BuiltAsync(Town);
        Assert.Contains("refuses the key (401). Check Qdrant:ApiKey", wrong.Index.State.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("anders", wrong.Index.State.Text, StringComparison.Ordinal);
    }

    private async Task BreakAsync(string fault)
    {
        switch (fault)
        {
            case "stopped":
                await qdrant.StopAsync();
                break;
            case "emptied":
                qdrant.Shelf.Points("triage").Clear();
                break;
            case "deleted":
                qdrant.Shelf.Delete(qdrant.Shelf.Aliases["triage"]);
                qdrant.Shelf.Aliases.Clear();
                break;
            default:
                qdrant.Fault = async context =>
                {
                    context.Response.StatusCode = fault == "broken" ? 500 : 200;
                    await (fault == "hanging" ? Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted) : Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "<html>"));
                    return true;
                };
                break;
        }
    }

    private async Task RepairAsync(string fault)
    {
        qdrant.Fault = null;
        if (fault == "stopped")
        {
            await qdrant.StartAgainAsync();
        }
    }
}
