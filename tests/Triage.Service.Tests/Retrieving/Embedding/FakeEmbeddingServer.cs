using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Triage.Models.Tests.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Service.Tests.Retrieving.Embedding;

/// <summary>An embedding model behind OpenAI's interface, on a port of this machine: it knows a few meanings.</summary>
internal sealed class FakeEmbeddingServer : IAsyncDisposable
{
    private readonly FakeEmbedder model = new();
    private readonly WebApplication app;
    private readonly List<JsonObject> asked = [];

    private FakeEmbeddingServer(WebApplication app)
    {
        this.app = app;
        app.Run(AnswerAsync);
    }

    public string Address => $"{app.Urls.Single()}/v1";

    public string? Authorization { get; private set; }

    /// <summary>Answers instead of the model where it gives true: a fault.</summary>
    public Func<HttpContext, JsonObject, Task<bool>> Fault { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>All texts that were sent, in order.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (asked)
            {
                return [.. asked.SelectMany(a => Input(a))];
            }
        }
    }

    public static async Task<FakeEmbeddingServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeEmbeddingServer(builder.Build());
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static string[] Input(JsonObject request) => [.. request["input"]!.AsArray().Select(t => t!.GetValue<string>())];

    /// <summary>Backwards and not of length 1, as the interface allows.</summary>
    public static Task AnswerAsync(HttpContext context, float[][] vectors) => context.Response.WriteAsJsonAsync(new
    {
        @object = "list",
        data = vectors.Select((v, i) => new { @object = "embedding", index = i, embedding = v.Select(x => x * 3) }).Reverse(),
        model = "m",
        usage = new { prompt_tokens = 1, total_tokens = 1 },
    });

    private async Task AnswerAsync(HttpContext context)
    {
        var request = (await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body))!;
        lock (asked)
        {
            asked.Add(request);
            Authorization = context.Request.Headers.Authorization;
        }

        if (context.Request.Path != "/v1/embeddings")
        {
            context.Response.StatusCode = 404;
        }
        else if (!await Fault(context, request))
        {
            await AnswerAsync(context, await model.EmbedAsync(Input(request), EmbeddingRole.Query, context.RequestAborted));
        }
    }
}
