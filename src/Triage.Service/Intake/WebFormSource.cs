using System.Threading.Channels;

namespace Triage.Service.Intake;

/// <summary>The public web form as a source: the request waits until its message is committed, then shows the case number.</summary>
internal sealed class WebFormSource : IInquirySource
{
    private readonly Channel<IncomingMessage> messages = Channel.CreateBounded<IncomingMessage>(100);

    public string Name => "web";

    public IAsyncEnumerable<IncomingMessage> ReceiveAsync(CancellationToken cancellation) => messages.Reader.ReadAllAsync(cancellation);

    /// <summary>Hands a form's message over; the task ends when it is stored.</summary>
    /// <exception cref="IOException">It could not be stored; the citizen must be told, with their text kept in the form.</exception>
    public async Task<Acceptance> SubmitAsync(byte[] mime, NewCase fresh, CancellationToken cancellation)
    {
        var stored = new TaskCompletionSource<Acceptance>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new IncomingMessage
        {
            Key = Guid.NewGuid().ToString("N"),
            OpenRaw = () => new MemoryStream(mime, writable: false),
            NewCase = fresh,
            AcknowledgeAsync = acceptance =>
            {
                stored.TrySetResult(acceptance);
                return Task.CompletedTask;
            },
            RefuseAsync = error =>
            {
                stored.TrySetException(new IOException("The message could not be stored.", error));
                return Task.CompletedTask;
            },
        };
        await messages.Writer.WriteAsync(message, cancellation);
        return await stored.Task.WaitAsync(cancellation);
    }
}
