using Microsoft.EntityFrameworkCore;
using Triage.Service.Storage;

namespace Triage.Service.Learning.Training;

/// <summary>Keeps a candidate that passed, with the cases that it learned from.</summary>
internal sealed class CandidateShelf(TriageDbContext db, StoredModels models, TimeProvider time)
{
    private const int Group = 500;

    /// <summary>
    /// Inside the transaction that ends the run. A case that was erased while the training ran is in the candidate all the same; the
    /// lock makes sure that an erasure sees either no row of this model or all.
    /// </summary>
    /// <exception cref="InvalidDataException">The candidate is too large to be kept.</exception>
    public async Task KeepAsync(TrainingRun run, PreparedJob prepared, string version)
    {
        await db.LockContentAsync(CancellationToken.None);
        var ids = prepared.Read.CaseIds;
        var left = await NotErasedAsync(ids);
        var model = new StoredModel
        {
            RunId = run.Id,
            Version = version,
            At = time.GetUtcNow(),
            LearnedUntil = prepared.Read.Until,
            AgainstId = prepared.Against,
            Zip = StoredModels.Pack(prepared.Job.Candidate),
            ErasedCases = ids.Count - left.Count,
        };
        db.Models.Add(model);
        await db.SaveChangesAsync();
        db.LearnedCases.AddRange(left.Select(id => new LearnedCase(model.Id, id)));
        await db.SaveChangesAsync();
        await models.PruneAsync(CancellationToken.None);
    }

    private async Task<List<long>> NotErasedAsync(IReadOnlyList<long> ids)
    {
        var left = new List<long>();
        foreach (var group in ids.Chunk(Group))
        {
            left.AddRange(await db.Cases.Where(c => group.Contains(c.Id) && c.ErasedAt == null).Select(c => c.Id).ToListAsync());
        }

        return left;
    }
}
