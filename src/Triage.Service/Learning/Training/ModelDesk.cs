using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Storage;

namespace Triage.Service.Learning.Training;

internal enum PromoteOutcome
{
    Promoted,

    /// <summary>Another model serves than the person saw; nothing was changed.</summary>
    Changed,

    /// <summary>There is no such model any more.</summary>
    Gone,

    /// <summary>It was measured against another model than the one that serves, so nobody knows whether a class would fall.</summary>
    Outdated,
}

/// <summary>A person chooses the model that serves: a candidate that passed, a former one, or the one that came with the program.</summary>
internal sealed class ModelDesk(TriageDbContext db, StoredModels models, TrainingSignals signals, TimeProvider time)
{
    /// <param name="id">The model; null: the one that came with the program.</param>
    /// <param name="seen">The one that served when the person looked.</param>
    /// <param name="who">Stands in the log and at the model.</param>
    /// <param name="cancellation">Stops it before the commit.</param>
    public async Task<PromoteOutcome> PromoteAsync(long? id, long? seen, StaffIdentity who, CancellationToken cancellation)
    {
        try
        {
            var outcome = await db.InTransactionAsync(() => PromoteInsideAsync(id, seen, who, cancellation), cancellation);
            signals.Promoted.Raise();
            return outcome;
        }
        catch (DbUpdateException e) when (e.IsLostRace())
        {
            db.ChangeTracker.Clear();
            return PromoteOutcome.Changed;
        }
    }

    private async Task<PromoteOutcome> PromoteInsideAsync(long? id, long? seen, StaffIdentity who, CancellationToken cancellation)
    {
        if (await models.ServingAsync(cancellation) != seen)
        {
            return PromoteOutcome.Changed;
        }

        var version = "shipped";
        if (id is not null)
        {
            var found = await db.Models.Where(m => m.Id == id).Select(m => new { m.Version, m.AgainstId, m.PromotedAt }).SingleOrDefaultAsync(cancellation);
            if (found is null || (found.PromotedAt is null && found.AgainstId != seen))
            {
                return found is null ? PromoteOutcome.Gone : PromoteOutcome.Outdated;
            }

            version = found.Version;
        }

        if (!await SetAsync(id, seen, cancellation))
        {
            return PromoteOutcome.Changed;
        }

        var now = time.GetUtcNow();
        await db.Models.Where(m => m.Id == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.PromotedAt, now).SetProperty(x => x.PromotedBy, who.Id), cancellation);
        await models.PruneAsync(cancellation);
        await db.AppendAsync(new AuditEvent("promote-model", "model", id, who.Id, $"version={version};before={seen}"), time, cancellation);
        return PromoteOutcome.Promoted;
    }

    // Two people at once: the second finds the row changed, or its key taken.
    private async Task<bool> SetAsync(long? id, long? seen, CancellationToken cancellation)
    {
        var (before, after) = (Text(seen), Text(id));
        if (await db.Settings.AnyAsync(s => s.Key == Setting.ServingModel, cancellation))
        {
            return await db.Settings.Where(s => s.Key == Setting.ServingModel && s.Value == before)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Value, after), cancellation) == 1;
        }

        db.Settings.Add(new Setting { Key = Setting.ServingModel, Value = after });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private static string Text(long? id) => id?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
