using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Triage.Service.Tests.Drafting;

/// <summary>Holds a model's answer back until a test opens it.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => reached.Task;

    public void Open() => open.SetResult();

    public async Task<HttpResponseMessage> PassAsync(Func<CancellationToken, Task<HttpResponseMessage>> answer, CancellationToken stop)
    {
        reached.TrySetResult();
        await open.Task.WaitAsync(stop);
        return await answer(stop);
    }
}

/// <summary>A stream whose second half never comes.</summary>
internal sealed class HalfAnswer
{
    private readonly Pipe pipe = new();

    public HalfAnswer(string text)
    {
        var chunk = JsonSerializer.Serialize(new
        {
            id = "1", @object = "chat.completion.chunk", created = 1, model = "m",
            choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = (string?)null } },
        });
        var bytes = Encoding.UTF8.GetBytes($"data: {chunk}\n\n");
        bytes.CopyTo(pipe.Writer.GetMemory(bytes.Length));
        pipe.Writer.Advance(bytes.Length);
        _ = pipe.Writer.FlushAsync().AsTask();
    }

    public HttpResponseMessage Response => new(HttpStatusCode.OK)
    {
        Content = new StreamContent(pipe.Reader.AsStream()) { Headers = { ContentType = new("text/event-stream") } },
    };

    public void Break() => pipe.Writer.Complete();
}
