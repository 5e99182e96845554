using MimeKit;

namespace Triage.Models.Intake;

/// <summary>Streams a stored mail's attachments out of it, one after the other, without holding one in memory.</summary>
public static class MailAttachments
{
    /// <summary>
    /// Calls <paramref name="keep"/> once for each attachment within the limits, in the order and with the index of
    /// <see cref="ParsedMail.Attachments"/>; <see cref="AttachmentContent.CopyToAsync"/> writes its decoded bytes.
    /// </summary>
    /// <returns>How many were handed over; 0 for bytes that are no mail.</returns>
    public static async Task<int> ReadAsync(
        Stream raw, Func<AttachmentContent, CancellationToken, Task> keep, MailLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(keep);
        limits ??= MailLimits.Default;
        var shape = RawShape.Look(raw);
        if (shape.Kind != RawKind.Mail || !MailGuard.Allows(raw, shape, limits))
        {
            return 0;
        }

        var kept = 0;
        using var mail = MailParser.Load(raw, shape, limits);
        var body = new MailBody(limits);
        body.Read(mail.Body);
        foreach (var (info, part) in body.Attachments.Where(a => !a.Info.TooLarge))
        {
            cancellation.ThrowIfCancellationRequested();
            await keep(new AttachmentContent(info, part), cancellation);
            kept++;
        }

        return kept;
    }
}

/// <summary>One attachment while its mail is being read; not to be kept beyond that.</summary>
public sealed class AttachmentContent
{
    private readonly MimeEntity part;

    internal AttachmentContent(MailAttachment info, MimeEntity part)
    {
        Info = info;
        this.part = part;
    }

    public MailAttachment Info { get; }

    /// <summary>Writes the decoded bytes, at most <see cref="MailAttachment.Size"/>; a message that was passed on is written as .eml.</summary>
    public Task CopyToAsync(Stream target, CancellationToken cancellation = default) => part switch
    {
        MimePart { Content: { } content } => content.DecodeToAsync(target, cancellation),
        MessagePart { Message: { } message } => message.WriteToAsync(target, cancellation),
        _ => Task.CompletedTask,
    };
}
