using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Triage.Service.Tests.Drafting;

/// <summary>A language model that repeats every canary of its prompt: what it was told shows in its draft.</summary>
internal sealed partial class EchoingModel : HttpMessageHandler
{
    /// <summary>For each question, the canaries in all of its text.</summary>
    public ConcurrentQueue<string[]> Asked { get; } = [];

    public static string[] Canaries(string text) => [.. Canary().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var canaries = Canaries(await request.Content!.ReadAsStringAsync(cancellationToken));
        Asked.Enqueue(canaries);
        var reply = JsonSerializer.Serialize(new { paragraphs = new[] { new { text = $"Wir kümmern uns um {string.Join(" und ", canaries)}.", passages = Array.Empty<string>() } }, openQuestions = Array.Empty<string>() });
        var body = $"data: {Chunk(reply, null)}\n\ndata: {Chunk("", "stop")}\n\ndata: [DONE]\n\n";
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(PipeReader.Create(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body))).AsStream()) { Headers = { ContentType = new("text/event-stream") } },
        };
    }

    private static string Chunk(string text, string? finish) => JsonSerializer.Serialize(new
    {
        id = "1",
        @object = "chat.completion.chunk",
        created = 1,
        model = "m",
        choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = finish } },
    });

    [GeneratedRegex("Kanarienhaus[a-z]{3}", RegexOptions.None, 1000)]
    private static partial Regex Canary();
}
