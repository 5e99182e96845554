using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Erasing;

/// <summary>
/// Erases a citizen's data: texts, names, addresses, drafts, mails, files. What stays are numbers: ids, offices, topics, dates
/// and hashes, so that figures and the audit chain hold.
/// </summary>
internal sealed class Eraser(TriageDbContext db, ErasureSearch search, ErasedRows rows, ContentStore content, PickupFolderTransport pickup, TimeProvider time)
{
    /// <summary>Erases the case with everything that shares its message. Null: done; otherwise why not.</summary>
    public async Task<string?> EraseAsync(long caseId, ErasureReason reason, StaffIdentity who, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        return await db.InTransactionAsync(() => EraseInsideAsync(caseId, reason, who, cancellation), cancellation);
    }

    private async Task<string?> EraseInsideAsync(long caseId, ErasureReason reason, StaffIdentity who, CancellationToken cancellation)
    {
        await db.LockContentAsync(cancellation);
        var found = await search.WithPartsAsync(caseId, cancellation);
        if (found.Refusal is not null || found.Cases.All(c => c.ErasedAt is not null))
        {
            return found.Refusal;
        }

        var ids = found.Cases.Select(c => c.Id).ToList();
        var files = await db.ContentOnlyOfAsync(ids, cancellation);
        var mails = await MailsAsync(ids, cancellation);
        await rows.EraseAsync(ids, cancellation);
        foreach (var subject in found.Cases)
        {
            subject.Erase(time.GetUtcNow());
            await db.AppendAsync(new AuditEvent("erase", "case", subject.Id, who.Id, $"reason={reason}"), time, cancellation);
        }

        // A case that came back to life meanwhile refuses this by its version, before any file is gone.
        await db.SaveChangesAsync(cancellation);
        // Files before the commit: once it is committed nothing is left, and a crash in between only means to erase again.
        files.ForEach(content.Delete);
        mails.ForEach(pickup.Delete);
        return null;
    }

    private async Task<List<string>> MailsAsync(List<long> ids, CancellationToken cancellation) =>
        [.. await db.Outbox.Where(o => ids.Contains(o.CaseId)).Select(o => o.MessageId).ToListAsync(cancellation),
            .. await db.Notices.Where(n => ids.Contains(n.CaseId)).Select(n => n.MessageId).ToListAsync(cancellation)];
}
