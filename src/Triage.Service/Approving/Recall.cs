using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Approving;

/// <summary>Takes approved answers back before they leave.</summary>
internal sealed class Recall(TriageDbContext db, TimeProvider time)
{
    /// <summary>Takes an answer back within its recall window. False: it has left, or was never on its way.</summary>
    public Task<bool> RecallAsync(Case subject, StaffIdentity who, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var now = time.GetUtcNow();
            var waiting = db.Outbox.Where(o => o.CaseId == subject.Id && o.State == SendState.Held && (o.NotBefore > now || o.Channel == "letter"));
            if (!await TakeBackAsync(waiting, subject, who.Id, "", cancellation))
            {
                return false;
            }

            subject.Wake();
            return true;
        },
        cancellation);

    /// <summary>
    /// Stops what has not left when the citizen wants no answer any more, also a mail that is to be tried again; inside the
    /// caller's transaction. False: it has left, or was never on its way.
    /// </summary>
    public Task<bool> StopAsync(Case subject, CancellationToken cancellation) => TakeBackAsync(
        db.Outbox.Where(o => o.CaseId == subject.Id && (o.State == SendState.Held || o.State == SendState.Queued)), subject, actor: null, "by=citizen", cancellation);

    // The sender claims a mail by its state too: one of the two gets it.
    private async Task<bool> TakeBackAsync(IQueryable<Outbound> waiting, Case subject, long? actor, string detail, CancellationToken cancellation)
    {
        if (await waiting.ExecuteUpdateAsync(o => o.SetProperty(x => x.State, SendState.Recalled), cancellation) == 0)
        {
            return false;
        }

        var reply = await db.Replies.SingleAsync(r => r.CaseId == subject.Id, cancellation);
        reply.ApprovedNumber = null;
        await db.AppendAsync(new AuditEvent("recall", "case", subject.Id, actor, detail), time, cancellation);
        return true;
    }
}
