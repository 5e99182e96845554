using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Learning.Training;

/// <summary>One training from its material to the verdict. The process that learns runs beside, with signs of life meanwhile.</summary>
internal sealed partial class Trainer(
    TriageDbContext db, MaterialReader material, TrainingQueue queue, StoredModels models, IServiceScopeFactory scopes,
    IOptions<LearningOptions> options, IOptions<TriagingOptions> triaging, TimeProvider time, ILogger<Trainer> log)
{
    /// <summary>Ends the run, unless another instance took it over or this one stops; then it is begun anew.</summary>
    public async Task RunAsync(TrainingRun run, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("triage-training-").FullName;
        try
        {
            var against = await models.ServingAsync(cancellation);
            var read = await material.ReadAsync(cancellation);
            var job = await JobAsync(read, against, folder, cancellation);
            await FinishAsync(run, read, against, job, await LearnAsync(run, job, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await queue.ReleaseAsync(run, CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // Nobody's any more, or over its time; whoever has the lease now goes on.
            await queue.FinishAsync(run, TrainingState.Failed, $"Das Training dauerte länger als {options.Value.MostMinutes} Minuten.", null, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            LogFailed(log, e, run.Id);
            await queue.FinishAsync(run, TrainingState.Failed, "Beim Training trat ein Fehler auf. Er steht im Log des Dienstes.", null, CancellationToken.None);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<TrainingJob> JobAsync(Material read, long? against, string folder, CancellationToken cancellation)
    {
        var serving = against is null ? triaging.Value.Folder : Path.Combine(folder, "serving");
        if (against is { } id)
        {
            await models.UnpackAsync(id, serving, cancellation);
        }

        return new TrainingJob(read.Examples, options.Value.TrainingFile, options.Value.MeasuringFile, serving, triaging.Value.FolderOfEmbedding, folder);
    }

    private async Task<TrainingResult> LearnAsync(TrainingRun run, TrainingJob job, CancellationToken cancellation)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ends.CancelAfter(TimeSpan.FromMinutes(options.Value.MostMinutes));
        var learning = CandidateTrainer.RunAsync(job, ends.Token);
        while (await Task.WhenAny(learning, Task.Delay(TimeSpan.FromSeconds(options.Value.LeaseSeconds / 3.0), time, CancellationToken.None)) != learning)
        {
            if (!await IsStillOursAsync(run))
            {
                await ends.CancelAsync();
            }
        }

        return await learning;
    }

    // In a scope of its own: a database that does not answer for a moment costs one sign of life, not the training.
    private async Task<bool> IsStillOursAsync(TrainingRun run)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<TrainingQueue>().RenewAsync(run, CancellationToken.None);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or TimeoutException or InvalidOperationException)
        {
            return true;
        }
    }

    private Task FinishAsync(TrainingRun run, Material read, long? against, TrainingJob job, TrainingResult result) => result.Comparison is not { } comparison
        ? queue.FinishAsync(run, TrainingState.Failed, result.Problem, null, CancellationToken.None)
        : queue.FinishAsync(
            run, comparison.Passes ? TrainingState.Passed : TrainingState.Refused, null,
            async stored =>
            {
                (stored.Comparison, stored.Against) = (comparison, result.Against);
                stored.Learned = new LearnedFrom(result.Shipped, read.Corrected, read.Standing);
                if (comparison.Passes)
                {
                    await KeepAsync(run, read, against, result.Version!, StoredModels.Pack(job.Candidate));
                }
            },
            CancellationToken.None);

    // A case that was erased while the training ran is in the candidate all the same.
    private async Task KeepAsync(TrainingRun run, Material read, long? against, string version, byte[] zip)
    {
        await db.LockContentAsync(CancellationToken.None);
        var left = new HashSet<long>();
        foreach (var ids in read.CaseIds.Chunk(500))
        {
            left.UnionWith(await db.Cases.Where(c => ids.Contains(c.Id) && c.ErasedAt == null).Select(c => c.Id).ToListAsync());
        }

        var model = new StoredModel
        {
            RunId = run.Id,
            Version = version,
            At = time.GetUtcNow(),
            LearnedUntil = read.Until,
            AgainstId = against,
            Zip = zip,
            ErasedCases = read.CaseIds.Count - left.Count,
        };
        db.Models.Add(model);
        await db.SaveChangesAsync();
        db.LearnedCases.AddRange(left.Select(id => new LearnedCase(model.Id, id)));
        await db.SaveChangesAsync();
        await models.PruneAsync(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "Training {Run} failed")]
    private static partial void LogFailed(ILogger log, Exception e, long run);
}
