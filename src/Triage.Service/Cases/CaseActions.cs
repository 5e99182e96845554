using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Drafting;
using Triage.Service.Learning;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>
/// What a person does with a case besides answering it. Each action commits with its audit entry, and a decision with what
/// was suggested. The case was found by <see cref="CaseAccess.WorkOnAsync"/> in the same request.
/// </summary>
internal sealed class CaseActions(TriageDbContext db, Decisions decisions, CaseChange change, TimeProvider time)
{
    /// <summary>The draft is not used; the person writes by hand or not at all. A text that is the draft's own goes with it.</summary>
    public Task DiscardDraftAsync(Case subject, StoredDraft draft, StaffIdentity who, CancellationToken cancellation) =>
        change.RunAsync(
            subject, who, "discard-draft", $"draft={draft.Id}",
            async () =>
            {
                draft.State = DraftState.Discarded;
                subject.Touch();
                var reply = await db.Replies.SingleOrDefaultAsync(r => r.CaseId == subject.Id && r.ApprovedNumber == null, cancellation);
                if (reply is not null && reply.DraftId == draft.Id && reply.Text.Trim() == draft.Draft.Text.ReplaceLineEndings("\n").Trim())
                {
                    db.Replies.Remove(reply);
                }

                await decisions.RecordAsync(subject, DecisionKind.Discarded, suggestionVisible: true, cancellation);
            },
            cancellation);

    /// <summary>Wiedervorlage on a date; a citizen's message wakes the case earlier.</summary>
    public Task ResumeLaterAsync(Case subject, DateOnly day, StaffIdentity who, CancellationToken cancellation) =>
        change.RunAsync(
            subject, who, "resume-later", $"day={day:yyyy-MM-dd}",
            () =>
            {
                subject.WaitUntil(German.EndOfDay(day.AddDays(-1)).AddMinutes(1));
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>A note for colleagues; it never leaves the house.</summary>
    public Task NoteAsync(Case subject, string text, StaffIdentity who, CancellationToken cancellation) =>
        change.RunAsync(
            subject, who, "note", "",
            () =>
            {
                change.Note(subject, text, who);
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>Without an answer by mail.</summary>
    public Task CloseAsync(Case subject, CloseReason because, StaffIdentity who, CancellationToken cancellation) =>
        change.RunAsync(
            subject, who, "close", $"because={because}",
            async () =>
            {
                var visible = !subject.HidesSuggestion;
                subject.Attention = null;
                subject.Close(because, time.GetUtcNow());
                await decisions.RecordAsync(subject, DecisionKind.Closed, visible, cancellation);
            },
            cancellation);

    /// <summary>Answered on the phone: what was said stays as a note, and the text that was prepared for it goes.</summary>
    public Task ByPhoneAsync(Case subject, string said, StaffIdentity who, CancellationToken cancellation) =>
        change.RunAsync(
            subject, who, "by-phone", "",
            async () =>
            {
                change.Note(subject, $"Telefonat:\n\n{said}", who);
                await db.Replies.Where(r => r.CaseId == subject.Id && r.ApprovedNumber == null).ExecuteDeleteAsync(cancellation);
                subject.Attention = null;
                subject.Close(CloseReason.ByPhone, time.GetUtcNow());
                await decisions.RecordAsync(subject, DecisionKind.Closed, suggestionVisible: true, cancellation);
            },
            cancellation);

    public Task ReopenAsync(Case subject, StaffIdentity who, CancellationToken cancellation) =>
        change.RunAsync(
            subject, who, "reopen", "",
            () =>
            {
                subject.Wake();
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>Takes the case (null: gives it back).</summary>
    public Task AssignAsync(Case subject, long? staff, StaffIdentity who, CancellationToken cancellation) =>
        change.RunAsync(
            subject, who, "assign", $"staff={staff}",
            () =>
            {
                subject.Assign(staff);
                return Task.CompletedTask;
            },
            cancellation);
}
