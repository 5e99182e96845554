using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Storage;

namespace Triage.Service.Learning.Training;

/// <summary>Asking for a training, and the lease of whoever works on it.</summary>
internal sealed class TrainingQueue(TriageDbContext db, IOptions<LearningOptions> options, TimeProvider time)
{
    /// <summary>A training that broke off so often is given up.</summary>
    public const int MostAttempts = 3;

    private TimeSpan Lease => TimeSpan.FromSeconds(options.Value.LeaseSeconds);

    /// <summary>Asks for a training. False: one is under way.</summary>
    public async Task<bool> AskAsync(StaffIdentity who, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async () =>
                {
                    if (await db.TrainingRuns.AnyAsync(r => r.Slot != null, cancellation))
                    {
                        return false;
                    }

                    var run = new TrainingRun { RequestedBy = who.Id, RequestedAt = time.GetUtcNow(), NotBefore = time.GetUtcNow() };
                    db.TrainingRuns.Add(run);
                    await db.SaveChangesAsync(cancellation);
                    await db.AppendAsync(new AuditEvent("start-training", "training", run.Id, who.Id), time, cancellation);
                    return true;
                },
                cancellation);
        }
        catch (DbUpdateException e) when (e.IsLostRace())
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Takes the training that waits, or whose instance went silent; null: there is none. One that broke off too often ends here.</summary>
    public async Task<TrainingRun?> ClaimAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await db.TrainingRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Slot != null && r.NotBefore <= now, cancellation) is not { } run)
        {
            return null;
        }

        var mine = await db.TrainingRuns.Where(r => r.Id == run.Id && r.Token == run.Token && r.Slot != null).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.Token, run.Token + 1).SetProperty(x => x.Attempts, run.Attempts + 1).SetProperty(x => x.NotBefore, now + Lease)
                .SetProperty(x => x.State, TrainingState.Running).SetProperty(x => x.StartedAt, now),
            cancellation);
        (run.Token, run.Attempts) = (run.Token + 1, run.Attempts + 1);
        if (mine == 1 && run.Attempts > MostAttempts)
        {
            await FinishAsync(run, TrainingState.Failed, "Das Training brach dreimal ab, zum Beispiel weil der Dienst neu startete.", null, cancellation);
            return null;
        }

        return mine == 1 ? run : null;
    }

    /// <summary>A sign of life. False: somebody else has the training now.</summary>
    public async Task<bool> RenewAsync(TrainingRun run, CancellationToken cancellation) =>
        await db.TrainingRuns.Where(r => r.Id == run.Id && r.Token == run.Token && r.Slot != null)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.NotBefore, time.GetUtcNow() + Lease), cancellation) == 1;

    /// <summary>Gives the training back at once, because this instance stops.</summary>
    public Task ReleaseAsync(TrainingRun run, CancellationToken cancellation) =>
        db.TrainingRuns.Where(r => r.Id == run.Id && r.Token == run.Token && r.Slot != null).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.NotBefore, time.GetUtcNow()).SetProperty(x => x.State, TrainingState.Waiting).SetProperty(x => x.Attempts, run.Attempts - 1), cancellation);

    /// <summary>Ends the training with a verdict and what <paramref name="effect"/> adds, if the lease is still held; all in one transaction.</summary>
    public Task<bool> FinishAsync(TrainingRun run, TrainingState state, string? problem, Func<TrainingRun, Task>? effect, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            // What an attempt to finish left behind when it failed is not saved with this one.
            db.ChangeTracker.Clear();
            var now = time.GetUtcNow();
            var held = await db.TrainingRuns.Where(r => r.Id == run.Id && r.Token == run.Token && r.Slot != null)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.Slot, (int?)null).SetProperty(x => x.FinishedAt, now).SetProperty(x => x.State, state), cancellation);
            if (held == 1)
            {
                var stored = await db.TrainingRuns.SingleAsync(r => r.Id == run.Id, cancellation);
                stored.Problem = problem;
                await (effect?.Invoke(stored) ?? Task.CompletedTask);
                await db.AppendAsync(new AuditEvent("end-training", "training", run.Id, null, $"state={state}"), time, cancellation);
            }

            return held == 1;
        },
        cancellation);
}
