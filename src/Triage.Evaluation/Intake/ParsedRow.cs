using Triage.Models.Intake;

namespace Triage.Evaluation.Intake;

/// <summary>One line of the command "parse"; the field names are part of its interface.</summary>
internal sealed record ParsedRow(
    string File,
    bool Ok,
    string? Error,
    string Subject,
    string? From,
    string? FromName,
    string? Date,
    string ReplyText,
    string? Signature,
    string? Quoted,
    bool Forward,
    IReadOnlyList<AttachmentRow> Attachments,
    bool Automatic,
    string? AutomaticKind,
    string? Charset,
    string Sha256,
    double Ms)
{
    /// <summary>Beyond the agreed fields: the text that was passed on.</summary>
    public string? Forwarded { get; init; }

    public string? Because { get; init; }

    public string? MessageId { get; init; }

    public BounceInfo? Bounce { get; init; }

    public IReadOnlyList<string> Notices { get; init; } = [];

    public static ParsedRow Of(string file, ParsedMail mail, string sha256, TimeSpan took) => new(
        file,
        mail.Ok,
        mail.Error,
        mail.Subject,
        mail.From?.Address,
        mail.From?.Name,
        mail.Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        mail.Reply,
        mail.Signature,
        mail.Quoted,
        mail.Forward,
        [.. mail.Attachments.Select(a => new AttachmentRow(a.Name, a.ContentType, a.Size, a.TooLarge))],
        mail.Automatic.Is,
        mail.Automatic.Is ? Kind(mail.Automatic.Kind) : null,
        mail.Charset,
        sha256,
        Math.Round(took.TotalMilliseconds, 3))
    {
        Forwarded = mail.Forwarded,
        Because = mail.Automatic.Is ? mail.Automatic.Because : null,
        MessageId = mail.MessageId,
        Bounce = mail.Bounce,
        Notices = [.. mail.Notices.Select(n => n.Text)],
    };

    private static string Kind(AutomaticKind kind) => kind switch
    {
        Models.Intake.AutomaticKind.Bounce => "bounce",
        Models.Intake.AutomaticKind.Vacation => "vacation",
        Models.Intake.AutomaticKind.List => "list",
        Models.Intake.AutomaticKind.Mdn => "mdn",
        _ => "other",
    };
}

/// <summary>An attachment as the command "parse" writes it; <paramref name="Size"/> in bytes after decoding.</summary>
internal sealed record AttachmentRow(string Name, string ContentType, long Size, bool TooLarge);
