using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Drafting;
using Triage.Service.Learning;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>
/// What a person does with a case besides answering it. Each action commits with its audit entry, and a decision with what
/// was suggested. The case was found by <see cref="CaseAccess.WorkOnAsync"/> in the same request.
/// </summary>
internal sealed class CaseActions(TriageDbContext db, Municipality town, Decisions decisions, TimeProvider time)
{
    /// <summary>To another office, or to Zu klären (null). It leaves the person's queue; a read link stays with them.</summary>
    /// <exception cref="ArgumentException">There is no such office or topic.</exception>
    public Task RerouteAsync(Case subject, string? department, string? topic, string reason, StaffIdentity who, CancellationToken cancellation) =>
        ActAsync(
            subject, who, "reroute", $"department={department};topic={topic}",
            async () =>
            {
                Demand(department, topic);
                var visible = !subject.HidesSuggestion;
                subject.Reroute(department, topic);
                await decisions.RecordAsync(subject, DecisionKind.Rerouted, visible, cancellation);
                AddNote(subject, $"Abgegeben an {town.Department(department)?.Name ?? "Zu klären"}: {reason}", who);
                if (!await db.ReadLinks.AnyAsync(l => l.CaseId == subject.Id && l.StaffId == who.Id, cancellation))
                {
                    db.ReadLinks.Add(new CaseReadLink(subject.Id, who.Id));
                }
            },
            cancellation);

    /// <summary>The office chosen before the suggestion was seen.</summary>
    /// <exception cref="ArgumentException">There is no such office or topic.</exception>
    public Task DecideBlindAsync(Case subject, string? department, string? topic, StaffIdentity who, CancellationToken cancellation) =>
        ActAsync(
            subject, who, "blind-check", $"department={department};topic={topic}",
            async () =>
            {
                Demand(department, topic);
                subject.DecideBlind(department, topic);
                // What the queue must not tell before the choice counts from now on: an objection still gets no draft.
                subject.SetKind(subject.Kind ?? await db.Suggestions.Where(s => s.CaseId == subject.Id).OrderBy(s => s.Id).Select(s => s.Kind).FirstOrDefaultAsync(cancellation));
                await decisions.RecordAsync(subject, DecisionKind.BlindCheck, suggestionVisible: false, cancellation);
            },
            cancellation);

    /// <summary>What the message wants, as a person sees it.</summary>
    public Task SetKindAsync(Case subject, string kind, StaffIdentity who, CancellationToken cancellation) =>
        ActAsync(
            subject, who, "set-kind", $"kind={kind}",
            () =>
            {
                subject.SetKind(kind);
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>The draft is not used; the person writes by hand or not at all. A text that is the draft's own goes with it.</summary>
    public Task DiscardDraftAsync(Case subject, StoredDraft draft, StaffIdentity who, CancellationToken cancellation) =>
        ActAsync(
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
        ActAsync(
            subject, who, "resume-later", $"day={day:yyyy-MM-dd}",
            () =>
            {
                subject.WaitUntil(German.EndOfDay(day.AddDays(-1)).AddMinutes(1));
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>A note for colleagues; it never leaves the house.</summary>
    public Task NoteAsync(Case subject, string text, StaffIdentity who, CancellationToken cancellation) =>
        ActAsync(
            subject, who, "note", "",
            () =>
            {
                AddNote(subject, text, who);
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>Without an answer by mail.</summary>
    public Task CloseAsync(Case subject, CloseReason because, StaffIdentity who, CancellationToken cancellation) =>
        ActAsync(
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
        ActAsync(
            subject, who, "by-phone", "",
            async () =>
            {
                AddNote(subject, $"Telefonat:\n\n{said}", who);
                await db.Replies.Where(r => r.CaseId == subject.Id && r.ApprovedNumber == null).ExecuteDeleteAsync(cancellation);
                subject.Attention = null;
                subject.Close(CloseReason.ByPhone, time.GetUtcNow());
                await decisions.RecordAsync(subject, DecisionKind.Closed, suggestionVisible: true, cancellation);
            },
            cancellation);

    public Task ReopenAsync(Case subject, StaffIdentity who, CancellationToken cancellation) =>
        ActAsync(
            subject, who, "reopen", "",
            () =>
            {
                subject.Wake();
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>Takes the case (null: gives it back).</summary>
    public Task AssignAsync(Case subject, long? staff, StaffIdentity who, CancellationToken cancellation) =>
        ActAsync(
            subject, who, "assign", $"staff={staff}",
            () =>
            {
                subject.Assign(staff);
                return Task.CompletedTask;
            },
            cancellation);

    private Task ActAsync(Case subject, StaffIdentity who, string action, string detail, Func<Task> change, CancellationToken cancellation) =>
        db.InTransactionAsync(
            async () =>
            {
                await change();
                await db.AppendAsync(new AuditEvent(action, "case", subject.Id, who.Id, detail), time, cancellation);
            },
            cancellation);

    private void AddNote(Case subject, string text, StaffIdentity who) => db.Messages.Add(new CaseMessage
    {
        CaseId = subject.Id,
        Direction = MessageDirection.Note,
        At = time.GetUtcNow(),
        Subject = "Notiz",
        Text = text,
        StaffId = who.Id,
    });

    private void Demand(string? department, string? topic)
    {
        if (department is not null && town.Department(department) is null)
        {
            throw new ArgumentException($"There is no office '{department}'.", nameof(department));
        }

        if (topic is not null && town.Topic(topic)?.Department != department)
        {
            throw new ArgumentException($"There is no topic '{topic}' in the office '{department}'.", nameof(topic));
        }
    }
}
