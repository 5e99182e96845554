using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Service.Approving.Translating;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Approving;

/// <summary>Freezes a reply into exactly the mail that would go out, for a person to review and approve by its hash.</summary>
internal sealed partial class MailFreezer(
    TriageDbContext db, ContentStore content, MailWriter writer, IOptions<MailOptions> mail, IOptions<ApprovalOptions> approval, TimeProvider time)
{
    /// <summary>A new revision with its bytes. Its hash covers subject, text, attachments, headers and the envelope.</summary>
    /// <param name="translation">Goes below the text; it must be this text's own. Null for none.</param>
    public async Task<FrozenMail> FreezeAsync(Case subject, Reply reply, OutgoingTranslation? translation, CancellationToken cancellation)
    {
        var written = writer.Write(await OutgoingAsync(subject, reply, cancellation) with { Translation = translation });
        string[] recipients = reply.Channel == AnswerChannel.Email ? [reply.Recipient] : [];
        var hash = MailHash.Of(written.Mime, mail.Value.From, recipients);
        return await db.InTransactionAsync(
            async () =>
            {
                await db.DemandNotErasedAsync(subject.Id, cancellation);
                var number = 1 + (await db.Revisions.Where(r => r.CaseId == subject.Id).MaxAsync(r => (int?)r.Number, cancellation) ?? 0);
                var signatures = approval.Value.FourEyesTopics.Contains(subject.Topic ?? "") ? 2 : 1;
                db.Revisions.Add(new Revision(subject.Id, number, hash, signatures));
                var frozen = new FrozenMail
                {
                    CaseId = subject.Id,
                    Number = number,
                    Channel = reply.Channel,
                    Mime = written.Mime,
                    Sender = mail.Value.From,
                    Recipients = recipients,
                    MessageId = written.MessageId,
                    Subject = written.Subject,
                    Text = written.Text,
                    CaseVersion = subject.Version,
                    ReplyVersion = reply.Version,
                    At = time.GetUtcNow(),
                };
                db.FrozenMails.Add(frozen);
                return frozen;
            },
            cancellation);
    }

    /// <summary>The text as the citizen reads it: without the markers that point to passages.</summary>
    public static string WithoutMarkers(string text) => Marker().Replace(text, "");

    private async Task<OutgoingText> OutgoingAsync(Case subject, Reply reply, CancellationToken cancellation)
    {
        var incoming = await db.Messages.Where(m => m.CaseId == subject.Id && m.MessageId != null && m.Direction != MessageDirection.Note)
            .OrderBy(m => m.Direction == MessageDirection.In).ThenBy(m => m.Id).Select(m => m.MessageId!).ToListAsync(cancellation);
        var recipient = reply.Channel == AnswerChannel.Email ? reply.Recipient : mail.Value.From;
        return new OutgoingText(recipient, subject.CitizenName, reply.Subject, WithoutMarkers(reply.Text), subject.Number)
        {
            References = incoming,
            FromSuggestion = reply.DraftId is not null,
            Files = await FilesAsync(subject.Id, reply.AttachmentIds, cancellation),
        };
    }

    private async Task<List<OutgoingFile>> FilesAsync(long caseId, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var files = new List<OutgoingFile>();
        foreach (var attachment in await db.Attachments.Where(a => a.CaseId == caseId && ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(cancellation))
        {
            await using var stream = content.Open(attachment.Sha256);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellation);
            files.Add(new OutgoingFile(attachment.FileName, attachment.MediaType, bytes.ToArray()));
        }

        return files;
    }

    [GeneratedRegex(@"[ \t]?\[[A-Z]{1,2}\]", RegexOptions.None, 1000)]
    private static partial Regex Marker();
}
