namespace Triage.Models.Intake;

/// <summary>How much of one mail is read; what is beyond a limit stays in the raw mail and is named in a notice.</summary>
public sealed record MailLimits
{
    public static readonly MailLimits Default = new();

    /// <summary>Bytes of one attachment after decoding; the default is 25 MiB, what most mail servers accept.</summary>
    public long MaxAttachmentSize { get; init; } = 25 * 1024 * 1024;

    /// <summary>Attachments that are listed; the rest is counted.</summary>
    public int MaxAttachments { get; init; } = 200;

    /// <summary>MIME parts and header lines in the whole mail; beyond it only the head and the raw text are read.</summary>
    public int MaxParts { get; init; } = 20_000;

    public int MaxHeaders { get; init; } = 100_000;

    /// <summary>Bytes of all header lines together, which are the only part of a mail that is held in memory.</summary>
    public int MaxHeaderBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Levels of multiparts and attached messages.</summary>
    public int MaxDepth { get; init; } = 50;

    /// <summary>Bytes of one text or HTML part.</summary>
    public int MaxBodyBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Characters of the text (UTF-16 units).</summary>
    public int MaxTextLength { get; init; } = 500_000;

    public int MaxSubjectLength { get; init; } = 500;

    /// <summary>Addresses of one header, and references.</summary>
    public int MaxAddresses { get; init; } = 100;
}
