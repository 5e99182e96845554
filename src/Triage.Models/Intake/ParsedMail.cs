namespace Triage.Models.Intake;

/// <summary>
/// What one raw mail says. Nothing in it is trusted: sender, names and every header are claims of whoever sent it,
/// and no property says that a mail is from staff.
/// </summary>
public sealed record ParsedMail
{
    /// <summary>Null when the mail could be read; otherwise why not, in German, for the person who will see it.</summary>
    public string? Error { get; init; }

    /// <summary>True when the mail could be read.</summary>
    public bool Ok => Error is null;

    /// <summary>One line, without control characters, at most <see cref="MailLimits.MaxSubjectLength"/> characters.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Null when there is no usable address; then nobody can be answered by e-mail.</summary>
    public MailAddress? From { get; init; }

    /// <summary>Where answers are wanted; empty when the mail does not say.</summary>
    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public IReadOnlyList<MailAddress> To { get; init; } = [];

    public MailAddress? Sender { get; init; }

    /// <summary>As the sender's machine claims; null when absent or unreadable.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Without angle brackets; null when absent. Not unique: two mails may bear the same one.</summary>
    public string? MessageId { get; init; }

    /// <summary>Without angle brackets.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Message-IDs without angle brackets, oldest first, those of In-Reply-To included.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The whole body as plain text, line breaks are \n.</summary>
    public string Text { get; init; } = "";

    /// <summary>The HTML body as it came, unsafe to show; null when there is none.</summary>
    public string? Html { get; init; }

    /// <summary>What the person wrote now: <see cref="Text"/> without history and signature; never empty unless the text is.</summary>
    public string Reply { get; init; } = "";

    /// <summary>Quoted history; null when there is none.</summary>
    public string? Quoted { get; init; }

    /// <summary>Signature, mobile footer or disclaimer; null when there is none.</summary>
    public string? Signature { get; init; }

    /// <summary>The text that was passed on (WG:, Fwd:); null when nothing was.</summary>
    public string? Forwarded { get; init; }

    public bool Forward => Forwarded is not null;

    /// <summary>What steps after intake decide upon: the reply, and what was passed on with it.</summary>
    public string Inquiry => Forwarded is null || Reply.Contains(Forwarded, StringComparison.Ordinal)
        ? Reply
        : $"{Reply}\n\n{Forwarded}";

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    public Automatic Automatic { get; init; } = Automatic.None;

    /// <summary>What a bounce says about the mail that came back; null when it is none.</summary>
    public BounceInfo? Bounce { get; init; }

    /// <summary>The charset by which the text was read, such as utf-8 or windows-1252; null without a text.</summary>
    public string? Charset { get; init; }

    /// <summary>What a person should know about how this mail was read.</summary>
    public IReadOnlyList<MailNotice> Notices { get; init; } = [];
}

/// <summary>An address as one mailbox: no line breaks, no control characters; <paramref name="Name"/> may be empty.</summary>
public sealed record MailAddress(string Address, string Name);

/// <summary>
/// An attachment. <paramref name="Name"/> is for display only, never a path: files are kept under internal names.
/// </summary>
/// <param name="Index">The place among the mail's attachments, from 0; the same in each reading of the same bytes.</param>
/// <param name="Name">One line, without folders; never empty.</param>
/// <param name="ContentType">As the sender claims, such as application/pdf.</param>
/// <param name="Size">Bytes after decoding.</param>
/// <param name="TooLarge">Over the limit: named, not extracted, still in the raw mail.</param>
/// <param name="Inline">Part of the HTML's layout, such as a logo, rather than something the person attached.</param>
public sealed record MailAttachment(int Index, string Name, string ContentType, long Size, bool TooLarge, bool Inline);

/// <summary>Something a person should know, with <paramref name="Text"/> in German.</summary>
public sealed record MailNotice(MailNoticeKind Kind, string Text);

/// <summary>What was out of the ordinary when a mail was read.</summary>
public enum MailNoticeKind
{
    AttachmentTooLarge,
    TooManyParts,
    NestedTooDeep,
    TextShortened,
    HtmlShortened,
    NoHeaders,
    CharsetGuessed,
    Encrypted,
    Incomplete,
    SeveralMessages,
    BrokenStructure,
}

/// <summary>Whether a machine sent the mail, and by which sign (<paramref name="Because"/>, English, for operators).</summary>
public sealed record Automatic(AutomaticKind Kind, string Because)
{
    public static readonly Automatic None = new(AutomaticKind.None, "");

    /// <summary>True when no receipt and no other automatic notice may go out.</summary>
    public bool Is => Kind != AutomaticKind.None;
}

/// <summary>Kinds of mail that a machine sent.</summary>
public enum AutomaticKind
{
    None,
    Bounce,
    Vacation,
    List,
    Mdn,
    Other,
}

/// <summary>What a bounce says (RFC 3464): which of our mails came back, and for whom.</summary>
/// <param name="OriginalMessageIds">Candidates without angle brackets, most reliable first; may be empty.</param>
public sealed record BounceInfo(IReadOnlyList<string> OriginalMessageIds, IReadOnlyList<BouncedRecipient> Recipients);

/// <summary>One recipient; <paramref name="Status"/> as in RFC 3463 (5.1.1), <paramref name="Action"/> such as failed or delayed.</summary>
public sealed record BouncedRecipient(string Address, string? Status, string? Action, string? Diagnostic);
