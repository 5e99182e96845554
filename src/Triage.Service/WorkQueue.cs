using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Service.Storage;

namespace Triage.Service;

/// <summary>Leases over <see cref="Work"/>: claiming, committing a step under its fencing token, and giving up.</summary>
internal sealed class WorkQueue(TriageDbContext db, IOptions<PipelineOptions> options, TimeProvider time)
{
    /// <summary>Claims the oldest work that is due, or gives null. Two claimers never get the same token.</summary>
    public async Task<Work?> ClaimAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = await db.Work.AsNoTracking().Where(w => w.State == WorkState.Ready && w.NotBefore <= now)
            .OrderBy(w => w.Id).FirstOrDefaultAsync(cancellation);
        if (due is null)
        {
            return null;
        }

        var mine = await db.Work.Where(w => w.Id == due.Id && w.Token == due.Token && w.State == WorkState.Ready)
            .ExecuteUpdateAsync(
                w => w.SetProperty(x => x.Token, due.Token + 1).SetProperty(x => x.NotBefore, now + TimeSpan.FromSeconds(options.Value.LeaseSeconds))
                    .SetProperty(x => x.Attempts, due.Attempts + 1),
                cancellation);
        (due.Token, due.Attempts) = (due.Token + 1, due.Attempts + 1);
        return mine == 1 ? due : await ClaimAsync(cancellation);
    }

    /// <summary>
    /// Commits a step's effect and the next step together. False, and nothing is changed, when another worker has
    /// claimed the work since (this one was paused beyond its lease).
    /// </summary>
    public async Task<bool> CommitAsync(Work work, Func<Task> effect, PipelineStep? next, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        var held = await db.Work.Where(w => w.Id == work.Id && w.Token == work.Token && w.State == WorkState.Ready)
            .ExecuteUpdateAsync(
                w => w.SetProperty(x => x.Step, next ?? work.Step).SetProperty(x => x.State, next is null ? WorkState.Done : WorkState.Ready)
                    .SetProperty(x => x.Attempts, 0).SetProperty(x => x.NotBefore, now).SetProperty(x => x.Error, (string?)null),
                cancellation);
        if (held == 0)
        {
            return false;
        }

        await effect();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Notes a failure: again after a growing pause, or failed for good (true) after the last attempt.</summary>
    public async Task<bool> FailAsync(Work work, string error, CancellationToken cancellation)
    {
        var final = work.Attempts >= options.Value.MaxAttempts;
        var again = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(4, work.Attempts - 1));
        var held = await db.Work.Where(w => w.Id == work.Id && w.Token == work.Token)
            .ExecuteUpdateAsync(
                w => w.SetProperty(x => x.State, final ? WorkState.Failed : WorkState.Ready)
                    .SetProperty(x => x.NotBefore, again).SetProperty(x => x.Error, error),
                cancellation);
        return final && held == 1;
    }
}
