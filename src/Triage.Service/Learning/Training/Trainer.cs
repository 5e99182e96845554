using Microsoft.Extensions.Options;

namespace Triage.Service.Learning.Training;

/// <summary>One training from its material to the verdict.</summary>
internal sealed partial class Trainer(
    JobMaker jobs, LeasedLearning learning, CandidateShelf shelf, TrainingQueue queue, IOptions<LearningOptions> options, ILogger<Trainer> log)
{
    /// <summary>Ends the run, unless another instance took it over or this one stops; then it is begun anew.</summary>
    public async Task RunAsync(TrainingRun run, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("triage-training-").FullName;
        try
        {
            var prepared = await jobs.MakeAsync(folder, cancellation);
            await FinishAsync(run, prepared, await learning.RunAsync(run, prepared.Job, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await queue.ReleaseAsync(run, CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // Over its time; or another instance has it, whose lease this does not touch.
            await FailAsync(run, $"Das Training dauerte länger als {options.Value.MostMinutes} Minuten.");
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            LogFailed(log, e, run.Id);
            await FailAsync(run, "Beim Training trat ein Fehler auf. Er steht im Log des Dienstes.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task FailAsync(TrainingRun run, string? problem) => queue.FinishAsync(run, TrainingState.Failed, problem, null, CancellationToken.None);

    private Task FinishAsync(TrainingRun run, PreparedJob prepared, TrainingResult result) => result.Comparison is not { } comparison
        ? FailAsync(run, result.Problem)
        : queue.FinishAsync(
            run, comparison.Passes ? TrainingState.Passed : TrainingState.Refused, null,
            async stored =>
            {
                (stored.Comparison, stored.Against) = (comparison, result.Against);
                stored.Learned = new LearnedFrom(result.Shipped, prepared.Read.Corrected, prepared.Read.Standing);
                if (comparison.Passes)
                {
                    await shelf.KeepAsync(run, prepared, result.Version!);
                }
            },
            CancellationToken.None);

    [LoggerMessage(LogLevel.Error, "Training {Run} failed")]
    private static partial void LogFailed(ILogger log, Exception e, long run);
}
