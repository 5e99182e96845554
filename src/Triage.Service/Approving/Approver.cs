using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Learning;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Approving;

internal enum ApproveOutcome
{
    Approved,

    /// <summary>The first of two signatures is given.</summary>
    AwaitsSecondSignature,

    /// <summary>The case or the text changed since it was reviewed; nothing was approved.</summary>
    Stale,

    /// <summary>Critical statements are not ticked.</summary>
    OpenStatements,

    /// <summary>This mail was approved before (a double click, a replay, another clerk).</summary>
    Already,
}

/// <summary>
/// A person's approval of exactly one frozen mail. Approval, outbox row, decision and audit entry commit together, or none
/// does. The database's keys and checks hold this rule against everything else, this program included.
/// </summary>
internal sealed class Approver(
    TriageDbContext db, CriticalStatements critical, Decisions decisions, IOptions<MailOptions> mail, TimeProvider time)
{
    /// <summary>Approves the frozen mail of this number and hash.</summary>
    /// <param name="reasons">Why the person changed the suggestion: names without any text, for the log; may be empty.</param>
    public async Task<ApproveOutcome> ApproveAsync(
        Case subject, int number, string sha256, StaffIdentity who, CancellationToken cancellation, IReadOnlyList<string>? reasons = null)
    {
        var reply = await db.Replies.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == subject.Id, cancellation);
        if (reply is not null && (await critical.OpenAsync(subject, reply, cancellation)).Count > 0)
        {
            return ApproveOutcome.OpenStatements;
        }

        try
        {
            db.ChangeTracker.Clear();
            return await db.InTransactionAsync(() => ApproveInsideAsync(subject.Id, number, sha256, new Signing(who, reasons ?? []), cancellation), cancellation);
        }
        catch (DbUpdateException e) when (e.IsLostRace())
        {
            // The unique keys let one of two simultaneous approvals through, and the case's version one of two changes.
            return await db.Outbox.AnyAsync(o => o.CaseId == subject.Id && o.Number == number, cancellation)
                ? ApproveOutcome.Already
                : ApproveOutcome.Stale;
        }
    }

    private async Task<ApproveOutcome> ApproveInsideAsync(long caseId, int number, string sha256, Signing signing, CancellationToken cancellation)
    {
        var subject = await db.Cases.SingleAsync(c => c.Id == caseId, cancellation);
        if (await db.Outbox.AnyAsync(o => o.CaseId == caseId && o.Number == number, cancellation))
        {
            return ApproveOutcome.Already;
        }

        var revision = await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == caseId && r.Number == number && r.MailSha256 == sha256, cancellation);
        var frozen = await db.FrozenMails.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == caseId && m.Number == number, cancellation);
        var reply = await db.Replies.SingleOrDefaultAsync(r => r.CaseId == caseId, cancellation);
        if (revision is null || frozen is null || reply is null || subject.Version != frozen.CaseVersion || reply.Version != frozen.ReplyVersion)
        {
            return ApproveOutcome.Stale;
        }

        var given = await db.Approvals.Where(a => a.CaseId == caseId && a.Number == number).Select(a => a.ApproverId).ToListAsync(cancellation);
        if (given.Contains(signing.Who.Id))
        {
            return ApproveOutcome.AwaitsSecondSignature;
        }

        return await SignAsync(subject, revision, frozen, reply, given.Count + 1, signing, cancellation);
    }

    private async Task<ApproveOutcome> SignAsync(
        Case subject, Revision revision, FrozenMail frozen, Reply reply, int signature, Signing signing, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var reasons = signing.Reasons.Count == 0 ? "" : $";changed={string.Join(',', signing.Reasons)}";
        db.Approvals.Add(new Approval(
            subject.Id, revision.Number, revision.MailSha256, revision.Signatures, signature, signing.Who.Id, StaffKind.Human, now));
        await db.AppendAsync(
            new AuditEvent("approve", "case", subject.Id, signing.Who.Id, $"revision={revision.Number};signature={signature};sha256={revision.MailSha256}{reasons}"),
            time, cancellation);
        if (signature < revision.Signatures)
        {
            return ApproveOutcome.AwaitsSecondSignature;
        }

        db.Outbox.Add(new Outbound
        {
            CaseId = subject.Id,
            Number = revision.Number,
            MailSha256 = revision.MailSha256,
            Signatures = revision.Signatures,
            LastSignature = signature,
            Channel = frozen.Channel == AnswerChannel.Letter ? "letter" : "email",
            MessageId = frozen.MessageId,
            State = SendState.Held,
            NotBefore = now.AddSeconds(mail.Value.RecallSeconds),
        });
        reply.ApprovedNumber = revision.Number;
        await FinishCaseAsync(subject, reply, frozen.Channel, now, cancellation);
        return ApproveOutcome.Approved;
    }

    private async Task FinishCaseAsync(Case subject, Reply reply, AnswerChannel channel, DateTimeOffset now, CancellationToken cancellation)
    {
        var draft = reply.DraftId is null ? null : await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == reply.DraftId, cancellation);
        var kind = draft is null ? DecisionKind.Written
            : draft.Draft.Text.ReplaceLineEndings("\n").Trim() == reply.Text.Trim() ? DecisionKind.Approved : DecisionKind.Edited;
        var visible = !subject.HidesSuggestion;
        subject.Attention = null;
        if (channel == AnswerChannel.Letter)
        {
            // It is not answered until a person has posted it (LetterDesk).
            subject.Touch();
        }
        else if (reply.AsksBack)
        {
            subject.WaitUntil(now.AddDays(14));
        }
        else
        {
            subject.Close(CloseReason.Answered, now);
        }

        await decisions.RecordAsync(subject, kind, visible, cancellation);
    }
}

/// <summary>Who signs, and why they changed the suggestion.</summary>
internal sealed record Signing(StaffIdentity Who, IReadOnlyList<string> Reasons);
