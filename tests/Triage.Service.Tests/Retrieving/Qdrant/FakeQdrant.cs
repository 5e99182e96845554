using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Triage.Service.Tests.Retrieving.Qdrant;

/// <summary>A request as it came.</summary>
internal sealed record Asked(string Method, string Path, string Query, string? Key, string Body)
{
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>
/// Stands for Qdrant on a port of this machine: enough of it to search. Whatever is asked and answered is checked against
/// Qdrant's own description where that is at hand; at the end nothing may have been wrong.
/// </summary>
internal sealed class FakeQdrant : IAsyncDisposable
{
    private readonly List<Asked> asked = [];
    private readonly List<string> wrong = [];
    private readonly int port;
    private WebApplication app;

    private FakeQdrant(WebApplication app)
    {
        this.app = app;
        port = new Uri(app.Urls.Single()).Port;
    }

    public QdrantShelf Shelf { get; } = new();

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>The key that is asked for; null: none.</summary>
    public string? Key { get; set; }

    /// <summary>Answers instead of Qdrant where it gives true: a fault.</summary>
    public Func<HttpContext, Task<bool>>? Fault { get; set; }

    public IReadOnlyList<Asked> Requests
    {
        get
        {
            lock (asked)
            {
                return [.. asked];
            }
        }
    }

    public static async Task<FakeQdrant> StartAsync()
    {
        FakeQdrant? fake = null;
        var app = await ServeAsync(0, c => fake!.TryAsync(c));
        return fake = new FakeQdrant(app);
    }

    /// <summary>Nothing listens any more.</summary>
    public ValueTask StopAsync() => app.DisposeAsync();

    /// <summary>The same Qdrant on the same port, with what it held.</summary>
    public async Task StartAgainAsync() => app = await ServeAsync(port, TryAsync);

    public void Forget()
    {
        lock (asked)
        {
            asked.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Assert.Empty(wrong);
    }

    private static async Task<WebApplication> ServeAsync(int port, RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }

    private async Task TryAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            lock (asked)
            {
                wrong.Add(e.ToString());
            }

            throw;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var request = new Asked(context.Request.Method, context.Request.Path, context.Request.QueryString.ToString(), context.Request.Headers["api-key"], body);
        lock (asked)
        {
            asked.Add(request);
            Check(request, 0, body);
        }

        if (Fault is { } fault && await fault(context))
        {
            return;
        }

        var (status, result) = Result(request);
        var answer = (status == 200
            ? new JsonObject { ["result"] = result, ["status"] = "ok", ["time"] = 0.001 }
            : new JsonObject { ["status"] = new JsonObject { ["error"] = result }, ["time"] = 0.001 }).ToJsonString();
        lock (asked)
        {
            Check(request, status, answer);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer);
    }

    private void Check(Asked request, int status, string body) =>
        wrong.AddRange(QdrantContract.Current?.Check(request.Method, request.Path, status, body) ?? []);

    private (int Status, JsonNode? Result) Result(Asked request)
    {
        if (Key is not null && request.Key != Key)
        {
            return (401, "Must provide an API key or an Authorization bearer token");
        }

        try
        {
            lock (Shelf)
            {
                return (200, Act(request, request.Path.Trim('/').Split('/')));
            }
        }
        catch (KeyNotFoundException e)
        {
            return (404, e.Message);
        }
        catch (ArgumentException e)
        {
            return (400, e.Message);
        }
    }

    private JsonNode Act(Asked request, string[] path)
    {
        var body = request.Body.Length == 0 ? [] : JsonNode.Parse(request.Body)!.AsObject();
        return (request.Method, path) switch
        {
            ("GET", ["aliases"]) => new JsonObject
            {
                ["aliases"] = new JsonArray([.. Shelf.Aliases.Select(a => new JsonObject { ["alias_name"] = a.Key, ["collection_name"] = a.Value })]),
            },
            ("GET", ["collections"]) => new JsonObject { ["collections"] = new JsonArray([.. Shelf.Collections.Keys.Select(c => new JsonObject { ["name"] = c })]) },
            ("POST", ["collections", "aliases"]) => Shelf.Switch(body),
            ("PUT", [_, var name]) => Shelf.Create(name, body),
            ("DELETE", [_, var name]) => Shelf.Delete(name),
            ("PUT", [_, _, "index"]) => QdrantShelf.Completed(),
            ("PUT", [_, var name, "points"]) => Shelf.Upsert(name, body),
            ("POST", [_, var name, "points", "delete"]) => Shelf.Remove(name, body),
            ("POST", [_, var name, "points", "scroll"]) => Shelf.Scroll(name, body),
            ("POST", [_, var name, "points", "count"]) => new JsonObject { ["count"] = Shelf.Points(name).Count },
            ("POST", [_, var name, "points", "query"]) => Shelf.Query(name, body),
            _ => throw new KeyNotFoundException($"Not found: {request}"),
        };
    }
}
