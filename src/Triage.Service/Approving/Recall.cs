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
            var recalled = await db.Outbox.Where(o => o.CaseId == subject.Id && o.State == SendState.Held && (o.NotBefore > now || o.Channel == "letter"))
                .ExecuteUpdateAsync(o => o.SetProperty(x => x.State, SendState.Recalled), cancellation);
            if (recalled == 0)
            {
                return false;
            }

            subject.Wake();
            var reply = await db.Replies.SingleAsync(r => r.CaseId == subject.Id, cancellation);
            reply.ApprovedNumber = null;
            await db.AppendAsync(new AuditEvent("recall", "case", subject.Id, who.Id), time, cancellation);
            return true;
        },
        cancellation);
}
