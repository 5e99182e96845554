using System.Security.Cryptography;
using System.Threading.Channels;

namespace Triage.Service.Intake;

/// <summary>The public web form as a source: the request waits until its message is committed, then shows the case number.</summary>
internal sealed class WebFormSource : IInquirySource
{
    public const string SourceName = "web";

    /// <summary>Longer than a locked database is waited for; then the citizen is told, with their text kept.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly Channel<IncomingMessage> messages = Channel.CreateBounded<IncomingMessage>(100);

    public string Name => SourceName;

    public IAsyncEnumerable<IncomingMessage> ReceiveAsync(CancellationToken cancellation) => messages.Reader.ReadAllAsync(cancellation);

    /// <summary>
    /// Hands a form's message over for a new case; the task ends when it is stored. The same bytes again (a double click, a
    /// second try after a time-out) give the first case again.
    /// </summary>
    /// <exception cref="IOException">It could not be stored; the citizen must be told, with their text kept in the form.</exception>
    public Task<Acceptance> SubmitAsync(byte[] mime, NewCase fresh, CancellationToken cancellation) =>
        SubmitAsync(mime, fresh, caseId: null, cancellation);

    /// <summary>Hands over an addition to the case whose number and code the citizen has shown.</summary>
    /// <exception cref="IOException">It could not be stored; the citizen must be told, with their text kept in the form.</exception>
    public Task<Acceptance> AddAsync(byte[] mime, long caseId, CancellationToken cancellation) =>
        SubmitAsync(mime, fresh: null, caseId, cancellation);

    private async Task<Acceptance> SubmitAsync(byte[] mime, NewCase? fresh, long? caseId, CancellationToken cancellation)
    {
        var stored = new TaskCompletionSource<Acceptance>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new IncomingMessage
        {
            Key = Convert.ToHexStringLower(SHA256.HashData(mime)),
            OpenRaw = () => new MemoryStream(mime, writable: false),
            NewCase = fresh,
            CaseId = caseId,
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
        try
        {
            return await stored.Task.WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException e)
        {
            throw new IOException("The message was not stored in time.", e);
        }
    }
}
