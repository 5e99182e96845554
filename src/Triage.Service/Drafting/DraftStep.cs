using Microsoft.EntityFrameworkCore;
using Triage.Service.Storage;

namespace Triage.Service.Drafting;

internal sealed class DraftStep(TriageDbContext db)
{
    public async Task<Func<Task>> PrepareAsync(Work work, CancellationToken cancellation)
    {
        var message = await db.Messages.AsNoTracking().SingleAsync(m => m.RawMessageId == work.RawMessageId, cancellation);
        var subject = await db.Cases.SingleAsync(c => c.Id == message.CaseId, cancellation);
        return () =>
        {
            subject.Present();
            return Task.CompletedTask;
        };
    }
}
