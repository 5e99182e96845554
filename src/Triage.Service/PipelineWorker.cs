using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Cases;

namespace Triage.Service;

/// <summary>Works off the queue until the process ends. One bad message never stops it.</summary>
internal sealed partial class PipelineWorker(
    IServiceScopeFactory scopes, PipelineSignal signal, IHostApplicationLifetime lifetime, ILogger<PipelineWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await RunOneAsync(stoppingToken))
            {
                await signal.WaitAsync(Look, stoppingToken);
            }
        }
    }

    /// <summary>Runs one due step. False: there was none, or the database does not answer.</summary>
    internal async Task<bool> RunOneAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var work = await scope.ServiceProvider.GetRequiredService<WorkQueue>().ClaimAsync(cancellation);
            if (work is null)
            {
                return false;
            }

            await RunAsync(scope.ServiceProvider, work, cancellation);
            return true;
        }
        catch (Exception e) when (e is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
        {
            LogDatabase(log, e);
            return false;
        }
    }

    private async Task RunAsync(IServiceProvider services, Work work, CancellationToken cancellation)
    {
        try
        {
            await services.GetRequiredService<InquiryPipeline>().RunAsync(work, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogFailed(log, e, work.Step, work.RawMessageId, work.Attempts);
            await using var fresh = scopes.CreateAsyncScope();
            if (await fresh.ServiceProvider.GetRequiredService<WorkQueue>().FailAsync(work, $"{work.Step}: {e.GetType().Name}", cancellation))
            {
                await fresh.ServiceProvider.GetRequiredService<FailedWork>().ShowToPeopleAsync(work, cancellation);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Step {Step} of message {Message} failed at attempt {Attempt}")]
    private static partial void LogFailed(ILogger log, Exception e, PipelineStep step, long message, int attempt);

    [LoggerMessage(LogLevel.Error, "The database does not answer; work waits")]
    private static partial void LogDatabase(ILogger log, Exception e);
}
