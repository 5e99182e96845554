using System.IO.Pipelines;
using Microsoft.Extensions.Options;
using Triage.Models.Intake;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Intake;

/// <summary>An attachment whose bytes are in the content store.</summary>
internal sealed record KeptAttachment(StoredContent Content, MailAttachment Mail)
{
    public Attachment ToRow(long caseId) => new()
    {
        CaseId = caseId,
        Sha256 = Content.Sha256,
        FileName = Mail.Name[..Math.Min(Mail.Name.Length, 200)],
        MediaType = Mail.ContentType[..Math.Min(Mail.ContentType.Length, 120)],
        Size = Content.Size,
    };
}

/// <summary>Keeps what a mail brought under internal names; the sender's file names are for display only (fault 45).</summary>
internal sealed class AttachmentKeeper(ContentStore content, IOptions<IntakeOptions> options)
{
    public MailLimits Limits { get; } = MailLimits.Default with { MaxAttachmentSize = options.Value.MaxAttachmentMegabytes * 1024L * 1024 };

    /// <summary>Stores every attachment that a person attached and that is within the limit, in one pass over the mail.</summary>
    public async Task<IReadOnlyList<KeptAttachment>> KeepAsync(Stream raw, ParsedMail mail, CancellationToken cancellation)
    {
        var kept = new List<KeptAttachment>();
        if (mail.Attachments.Any(a => !a.Inline && !a.TooLarge))
        {
            await MailAttachments.ReadAsync(raw, KeepOneAsync, Limits, cancellation);
        }

        return kept;

        async Task KeepOneAsync(AttachmentContent attachment, CancellationToken stop)
        {
            if (!attachment.Info.Inline)
            {
                kept.Add(new KeptAttachment(await StoreAsync(attachment, stop), attachment.Info));
            }
        }
    }

    // The mail writes, the store reads: a pipe between them holds a few kilobytes, whatever the attachment's size.
    private async Task<StoredContent> StoreAsync(AttachmentContent attachment, CancellationToken cancellation)
    {
        var pipe = new Pipe();
        var storing = ReadAsync(pipe.Reader, cancellation);
        try
        {
            await attachment.CopyToAsync(pipe.Writer.AsStream(leaveOpen: true), cancellation);
            await pipe.Writer.CompleteAsync();
        }
        catch (Exception e)
        {
            await pipe.Writer.CompleteAsync(e);
            throw;
        }

        return await storing;
    }

    private async Task<StoredContent> ReadAsync(PipeReader reader, CancellationToken cancellation)
    {
        try
        {
            return await content.PutAsync(reader.AsStream(leaveOpen: true), cancellation);
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }
}
