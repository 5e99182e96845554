using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Triage.Models.Tests.Drafting.LanguageModels;

/// <summary>A chat endpoint that plays its script, one step a request, the last one for ever after.</summary>
internal sealed class ScriptedEndpoint(params Func<CancellationToken, Task<HttpResponseMessage>>[] script) : HttpMessageHandler
{
    public List<string> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
        return await script[Math.Min(Requests.Count, script.Length) - 1](cancellationToken);
    }

    /// <summary>An answer streamed in pieces; <paramref name="finish"/> null: the stream ends without a reason.</summary>
    public static Func<CancellationToken, Task<HttpResponseMessage>> Streams(string text, string? finish = "stop") => _ =>
    {
        var body = new StringBuilder();
        foreach (var piece in text.Chunk(20).Select(c => new string(c)))
        {
            body.Append("data: ").Append(Chunk(piece, null)).Append("\n\n");
        }

        body.Append(finish is null ? string.Empty : $"data: {Chunk(string.Empty, finish)}\n\ndata: [DONE]\n\n");
        return Task.FromResult(Content(HttpStatusCode.OK, body.ToString(), "text/event-stream"));
    };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Status(HttpStatusCode status, int? retryAfter = null) => _ =>
    {
        var response = Content(status, "{}", "application/json");
        if (retryAfter is { } seconds)
        {
            response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        }

        return Task.FromResult(response);
    };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Page(string body, string type) =>
        _ => Task.FromResult(Content(HttpStatusCode.OK, body, type));

    public static Func<CancellationToken, Task<HttpResponseMessage>> Hangs() => async cancellation =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        throw new InvalidOperationException("A hanging endpoint never answers.");
    };

    // Forward only, as a connection is: the SDK counts on that.
    private static HttpResponseMessage Content(HttpStatusCode status, string body, string type) => new(status)
    {
        Content = new StreamContent(PipeReader.Create(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body))).AsStream())
        {
            Headers = { ContentType = new(type) },
        },
    };

    private static string Chunk(string text, string? finish) => JsonSerializer.Serialize(new
    {
        id = "1",
        @object = "chat.completion.chunk",
        created = 1,
        model = "m",
        choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = finish } },
        usage = finish is null ? null : new { prompt_tokens = 100, completion_tokens = 20, total_tokens = 120 },
    });
}
