namespace Triage.Service.Sending;

/// <summary>A mail to hand over, exactly as approved.</summary>
internal sealed record MailToSend(string MessageId, string Sender, IReadOnlyList<string> Recipients, byte[] Mime);

/// <summary>How a handing-over ended. <paramref name="State"/> is one of <see cref="SendState"/>; queued means: try again.</summary>
internal sealed record SendResult(string State, string Outcome);

/// <summary>Hands mails over: to an SMTP server, or to a folder.</summary>
internal interface IMailTransport
{
    /// <summary>True when handing the same mail over twice has the effect of once, so that an unknown outcome may be repeated.</summary>
    bool IsIdempotent { get; }

    Task<SendResult> SendAsync(MailToSend mail, CancellationToken cancellation);
}
