using Microsoft.EntityFrameworkCore;
using Triage.Service.Storage;

namespace Triage.Service.Erasing;

internal static class ContentOfCases
{
    /// <summary>
    /// The stored bytes (SHA-256) of these cases that nobody else's row points to: two citizens may have sent the same form. Asked
    /// under <see cref="ContentLock.LockContentAsync"/>.
    /// </summary>
    public static async Task<List<string>> ContentOnlyOfAsync(this TriageDbContext db, List<long> ids, CancellationToken cancellation)
    {
        var own = await db.RawMessages.Where(r => ids.Contains(r.CaseId!.Value)).Select(r => r.Sha256)
            .Union(db.Attachments.Where(a => ids.Contains(a.CaseId)).Select(a => a.Sha256)).ToListAsync(cancellation);
        var others = await db.RawMessages
            .Where(r => own.Contains(r.Sha256) && (r.CaseId == null || (!ids.Contains(r.CaseId.Value) && db.Cases.Any(c => c.Id == r.CaseId && c.ErasedAt == null))))
            .Select(r => r.Sha256)
            .Union(db.Attachments.Where(a => own.Contains(a.Sha256) && !ids.Contains(a.CaseId)).Select(a => a.Sha256)).ToListAsync(cancellation);
        return [.. own.Except(others)];
    }
}
