using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>Changes a case together with its audit entry.</summary>
internal sealed class CaseChange(TriageDbContext db, TimeProvider time)
{
    /// <summary>Runs the change and commits it with an entry of this action; <paramref name="detail"/> holds ids and enumerations only.</summary>
    public Task RunAsync(Case subject, StaffIdentity who, string action, string detail, Func<Task> change, CancellationToken cancellation) =>
        db.InTransactionAsync(
            async () =>
            {
                await change();
                await db.AppendAsync(new AuditEvent(action, "case", subject.Id, who.Id, detail), time, cancellation);
            },
            cancellation);

    /// <summary>Adds a note for colleagues, inside a change.</summary>
    public void Note(Case subject, string text, StaffIdentity who) => db.Messages.Add(new CaseMessage
    {
        CaseId = subject.Id,
        Direction = MessageDirection.Note,
        At = time.GetUtcNow(),
        Subject = "Notiz",
        Text = text,
        StaffId = who.Id,
    });
}
