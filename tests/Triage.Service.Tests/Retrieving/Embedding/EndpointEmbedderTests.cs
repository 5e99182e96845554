using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Triage.Models.Tests.Retrieving;
using Triage.Models.Triaging;
using Triage.Service.Retrieving.Embedding;

namespace Triage.Service.Tests.Retrieving.Embedding;

public sealed class EndpointEmbedderTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private readonly FakeTimeProvider time = new();
    private FakeEmbeddingServer server = null!;

    public async ValueTask InitializeAsync() => server = await FakeEmbeddingServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Vectors_come_in_the_order_of_the_texts_and_have_length_1()
    {
        var vectors = await (await ConnectAsync()).EmbedAsync(["Hund", "Freibad"], EmbeddingRole.Passage, default);

        Assert.Equal(await new FakeEmbedder().EmbedAsync(["Hund", "Freibad"], EmbeddingRole.Passage, default), vectors, (a, b) => a.Zip(b).All(p => Math.Abs(p.First - p.Second) < 1e-5));
    }

    [Fact]
    public async Task Key_prefixes_and_the_greatest_length_are_kept()
    {
        var embedder = await ConnectAsync(o => o with { ApiKey = "geheim", QueryPrefix = "query: ", PassagePrefix = "passage: ", MostCharacters = 500 });
        await embedder.EmbedAsync(["Hund " + new string('x', 1000)], EmbeddingRole.Query, default);
        await embedder.EmbedAsync([new string('y', 499) + "😀"], EmbeddingRole.Passage, default);

        Assert.Equal("Bearer geheim", server.Authorization);
        Assert.StartsWith("query: Hund xxx", server.Texts[1], StringComparison.Ordinal);
        Assert.Equal(507, server.Texts[1].Length);
        Assert.Equal("passage: " + new string('y', 499), server.Texts[2]);
    }

    [Fact]
    public async Task Whatever_gives_other_vectors_has_another_name()
    {
        EmbeddingOptions[] all = [Options, Options with { Model = "n" }, Options with { Endpoint = "http://b/v1" }, Options with { QueryPrefix = "q" }, Options with { MostCharacters = 900 }];

        Assert.Distinct(all.Select(o => o.Fingerprint));
        Assert.Equal(Options.Fingerprint, (Options with { ApiKey = "k", TimeoutSeconds = 3 }).Fingerprint);
        Assert.Equal($"org-m-{(Options with { Model = "org/m" }).Fingerprint}-6", (await ConnectAsync(o => o with { Model = "org/m" })).ModelId);
    }

    [Fact]
    public async Task Fault_35_an_answer_in_an_unknown_charset_is_no_vector()
    {
        var embedder = await ConnectAsync();
        server.Fault = async (context, _) =>
        {
            context.Response.ContentType = "application/json; charset=klingon";
            await context.Response.WriteAsync("{}");
            return true;
        };

        var e = await Assert.ThrowsAsync<EmbeddingException>(() => embedder.EmbedAsync(["Hund"], EmbeddingRole.Query, default));

        Assert.Contains("did not answer with vectors", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "", "Check Embedding:ApiKey.")]
    [InlineData(404, "", "Check Embedding:Model")]
    [InlineData(400, """{"error":"Hund is too long"}""", "lower Embedding:MostCharacters")]
    [InlineData(413, "", "fewer than 16 texts in a request? Then raise its batch size.")]
    [InlineData(413, "", "lower Embedding:MostCharacters")]
    [InlineData(429, "", "asked too often")]
    [InlineData(500, "", "answered with status 500")]
    [InlineData(200, "<html>", "did not answer with vectors")]
    [InlineData(200, "null", "did not give one vector")]
    [InlineData(200, "{}", "did not give one vector")]
    [InlineData(200, """{"data":[]}""", "did not give one vector")]
    [InlineData(200, """{"data":[null]}""", "did not give one vector")]
    [InlineData(200, """{"data":[{"index":0,"embedding":null}]}""", "did not give one vector")]
    [InlineData(200, """{"data":[{"index":0,"embedding":[0.5,0.5]}]}""", "did not give one vector of 6 numbers")]
    [InlineData(200, """{"data":[{"index":0,"embedding":[0,0,0,0,0,0]}]}""", "did not give one vector")]
    [InlineData(0, "", "did not answer within 1 seconds")]
    public async Task What_went_wrong_is_named_without_the_text(int status, string body, string problem)
    {
        var embedder = await ConnectAsync(o => o with { TimeoutSeconds = 1 });
        server.Fault = async (context, _) =>
        {
            context.Response.StatusCode = Math.Max(200, status);
            context.Response.ContentType = body.StartsWith('<') ? "text/html" : "application/json";
            await (status == 0 ? Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted) : context.Response.WriteAsync(body));
            return true;
        };

        var e = await Assert.ThrowsAsync<EmbeddingException>(() => embedder.EmbedAsync(["Hund"], EmbeddingRole.Query, default));

        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Hund", e.Message, StringComparison.Ordinal);
        Assert.Equal(e.Message, embedder.Problem);
    }

    [Fact]
    public async Task Many_texts_go_in_requests_of_16_and_each_has_the_whole_wait()
    {
        var embedder = await ConnectAsync(o => o with { TimeoutSeconds = 3 });
        var sizes = new List<int>();
        server.Fault = async (context, request) =>
        {
            sizes.Add(FakeEmbeddingServer.Input(request).Length);
            await Task.Delay(TimeSpan.FromSeconds(1), context.RequestAborted);
            return false;
        };

        string[] texts = [.. Enumerable.Range(0, 52).Select(i => i % 3 == 0 ? "Hund" : "Freibad")];
        var vectors = await embedder.EmbedAsync(texts, EmbeddingRole.Query, default);

        Assert.Equal([16, 16, 16, 4], sizes);
        Assert.Equal(await new FakeEmbedder().EmbedAsync(texts, EmbeddingRole.Query, default), vectors, (a, b) => a.Zip(b).All(p => Math.Abs(p.First - p.Second) < 1e-5));
    }

    [Fact]
    public async Task After_a_failure_questions_do_not_wait_for_it_again_for_a_moment()
    {
        var embedder = await ConnectAsync();
        server.Fault = (context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.FromResult(true);
        };
        await Assert.ThrowsAsync<EmbeddingException>(() => embedder.EmbedAsync(["Hund"], EmbeddingRole.Query, default));
        await Assert.ThrowsAsync<EmbeddingException>(() => embedder.EmbedAsync(["Freibad"], EmbeddingRole.Query, default));
        Assert.DoesNotContain("Freibad", server.Texts);

        server.Fault = (_, _) => Task.FromResult(false);
        time.Advance(TimeSpan.FromSeconds(21));
        await embedder.EmbedAsync(["Freibad"], EmbeddingRole.Query, default);
        Assert.Null(embedder.Problem);
    }

    private EmbeddingOptions Options => new() { Endpoint = server.Address, Model = "m" };

    private Task<EndpointEmbedder> ConnectAsync(Func<EmbeddingOptions, EmbeddingOptions>? change = null) =>
        EndpointEmbedder.ConnectAsync(change is null ? Options : change(Options), http, time, default);
}
