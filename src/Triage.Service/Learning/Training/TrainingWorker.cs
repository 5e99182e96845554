using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Triage.Service.Learning.Training;

/// <summary>Works on the training that was asked for, here or on another instance, until the process ends.</summary>
internal sealed partial class TrainingWorker(
    IServiceScopeFactory scopes, TrainingSignals signals, IHostApplicationLifetime lifetime, IOptions<LearningOptions> options, ILogger<TrainingWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await signals.Asked.WaitAsync(TimeSpan.FromSeconds(options.Value.LookSeconds), stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<TrainingQueue>().ClaimAsync(cancellation) is { } run)
            {
                LogBegun(log, run.Id, run.Attempts);
                await scope.ServiceProvider.GetRequiredService<Trainer>().RunAsync(run, cancellation);
            }
        }
        catch (Exception e) when (e is DbException or DbUpdateException or TimeoutException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            LogBroken(log, e);
        }
    }

    [LoggerMessage(LogLevel.Information, "Training {Run} begins, attempt {Attempt}")]
    private static partial void LogBegun(ILogger log, long run, int attempt);

    [LoggerMessage(LogLevel.Error, "The training cannot go on now; it is begun anew when its lease has ended")]
    private static partial void LogBroken(ILogger log, Exception e);
}

/// <summary>Wakes this process's workers; those of other instances look every few seconds.</summary>
internal sealed class TrainingSignals : IDisposable
{
    /// <summary>A training was asked for.</summary>
    public PipelineSignal Asked { get; } = new();

    /// <summary>Another model is to serve.</summary>
    public PipelineSignal Promoted { get; } = new();

    public void Dispose()
    {
        Asked.Dispose();
        Promoted.Dispose();
    }
}
