using Microsoft.EntityFrameworkCore;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>Wiedervorlage: brings waiting cases back into the queue when their date has come.</summary>
internal sealed class Resubmission(TriageDbContext db, TimeProvider time)
{
    public async Task WakeDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var waiting in await db.Cases.Where(c => c.Status == CaseStatus.Waiting && c.ResumeAt <= now)
            .OrderBy(c => c.Id).Take(50).ToListAsync(cancellation))
        {
            waiting.Wake();
        }

        await db.SaveChangesAsync(cancellation);
    }
}
