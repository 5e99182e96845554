using System.Collections.Concurrent;
using Triage.Service.Sending;

namespace Triage.Service.Tests.Sending;

/// <summary>A mail server that answers as the test says, and remembers what it was given. Like SMTP, twice is twice.</summary>
internal sealed class ScriptedTransport(Func<MailToSend, Task<SendResult>> answer) : IMailTransport
{
    public ConcurrentQueue<string> Given { get; } = [];

    public Func<MailToSend, Task<SendResult>> Answer { get; set; } = answer;

    public bool IsIdempotent => false;

    public Task<SendResult> SendAsync(MailToSend mail, CancellationToken cancellation)
    {
        Given.Enqueue(mail.MessageId);
        return Answer(mail);
    }
}
