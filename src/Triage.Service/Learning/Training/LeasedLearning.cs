using System.Data.Common;
using Microsoft.Extensions.Options;

namespace Triage.Service.Learning.Training;

/// <summary>Runs the process that learns, with signs of life meanwhile, so that no other instance takes the training for dead.</summary>
internal sealed class LeasedLearning(IServiceScopeFactory scopes, IOptions<LearningOptions> options, TimeProvider time)
{
    /// <exception cref="OperationCanceledException">It took too long, or somebody else has the training now.</exception>
    /// <exception cref="IOException">The process ended without a result.</exception>
    public async Task<TrainingResult> RunAsync(TrainingRun run, TrainingJob job, CancellationToken cancellation)
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
        catch (Exception e) when (e is DbException or TimeoutException or InvalidOperationException)
        {
            return true;
        }
    }
}
