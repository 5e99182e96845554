namespace Triage.Service.Intake;

/// <summary>Where inquiries come from: a folder, the web form; an IMAP mailbox fits the same shape.</summary>
internal interface IInquirySource
{
    /// <summary>Short stable name, part of the key under which its messages are known.</summary>
    string Name { get; }

    /// <summary>Yields messages as they arrive, until cancelled. A message that was not acknowledged is yielded again.</summary>
    IAsyncEnumerable<IncomingMessage> ReceiveAsync(CancellationToken cancellation);
}

/// <summary>A message that a source hands over. It may forget it only after <see cref="AcknowledgeAsync"/>.</summary>
internal sealed class IncomingMessage
{
    /// <summary>What the source knows the message by; unique within it.</summary>
    public required string Key { get; init; }

    public required Func<Stream> OpenRaw { get; init; }

    /// <summary>For a source whose sender waits for a case number: the case to open at once; null for mail.</summary>
    public NewCase? NewCase { get; init; }

    /// <summary>For a source whose sender has proved which case is theirs: that case; null for mail.</summary>
    public long? CaseId { get; init; }

    /// <summary>Called after the bytes and their row are committed.</summary>
    public Func<Acceptance, Task> AcknowledgeAsync { get; init; } = _ => Task.CompletedTask;

    /// <summary>Called when storing failed; nothing was acknowledged.</summary>
    public Func<Exception, Task> RefuseAsync { get; init; } = _ => Task.CompletedTask;
}

/// <summary>What a web message says about its case before anything is parsed.</summary>
internal sealed record NewCase(string Subject, string? Name, string? Address, bool WithoutAi, bool PlainLanguage, string StatusCodeHash)
{
    public Wish? Wish { get; init; }

    /// <summary>A person has chosen its office already: nothing is left for a blind check.</summary>
    public bool ByPerson { get; init; }
}

/// <summary>What acceptance gave: the raw message's id, and the case number where one was asked for.</summary>
internal sealed record Acceptance(long RawMessageId, string? CaseNumber);
