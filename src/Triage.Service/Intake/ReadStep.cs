using Microsoft.EntityFrameworkCore;
using Triage.Models.Intake;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Intake;

/// <summary>
/// Reads the stored original: a message of a known case, or a new case. A mail that cannot be read is a case too, with its
/// original to download.
/// </summary>
internal sealed class ReadStep(TriageDbContext db, ContentStore content, AttachmentKeeper keeper, CaseFinder finder, CaseOpener opener)
{
    public async Task<Func<Task>> PrepareAsync(Work work, CancellationToken cancellation)
    {
        var raw = await db.RawMessages.SingleAsync(r => r.Id == work.RawMessageId, cancellation);
        await using var stream = content.Open(raw.Sha256);
        var mail = MailParser.Parse(stream, keeper.Limits);
        if (raw.Source == WebFormSource.SourceName)
        {
            // Only a person gets through the form, whatever their words look like.
            mail = mail with { Automatic = Automatic.None, Bounce = null };
        }

        var attachments = await keeper.KeepAsync(stream, mail, cancellation);
        return () => RecordAsync(raw, mail, attachments, cancellation);
    }

    private async Task RecordAsync(RawMessage raw, ParsedMail mail, IReadOnlyList<KeptAttachment> attachments, CancellationToken cancellation)
    {
        var belonging = raw.CaseId is null ? await finder.FindAsync(mail, cancellation) : new Belonging(raw.CaseId, null);
        var known = belonging.CaseId is null ? null : await db.Cases.SingleAsync(c => c.Id == belonging.CaseId, cancellation);
        var subject = known ?? await opener.OpenAsync(raw, mail, belonging.PossibleCaseId, cancellation);
        var follows = known is not null && (raw.CaseId is null || await HasEarlierAsync(raw, cancellation));
        raw.CaseId = subject.Id;
        var duplicate = mail.MessageId is not null
            && await db.Messages.AnyAsync(m => m.MessageId == mail.MessageId && m.Direction == MessageDirection.In, cancellation);
        var message = IncomingMessageRow.From(raw, mail, subject, duplicate);
        await db.PointToAsync(content, attachments.Select(a => a.Content.Sha256), cancellation);
        message.Attachments.AddRange(attachments.Select(a => a.ToRow(subject.Id)));
        db.Messages.Add(message);
        if (follows)
        {
            await opener.JoinAsync(subject, mail, cancellation);
        }
    }

    // A web message knows its case from the start; what tells an addition from the first one is what came before.
    private Task<bool> HasEarlierAsync(RawMessage raw, CancellationToken cancellation) =>
        db.RawMessages.AnyAsync(r => r.CaseId == raw.CaseId && r.Id < raw.Id, cancellation);
}
