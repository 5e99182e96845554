using Microsoft.Extensions.Options;

namespace Triage.Service.Retrieving;

/// <summary>Keeps the index on what is in force: after a release at once, and when a day begins or another instance released.</summary>
internal sealed class KnowledgeWorker(KnowledgeHost host, IHostApplicationLifetime lifetime, IOptions<KnowledgeOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await host.RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                host.Failed(e);
            }

            await host.ChangesAsync(TimeSpan.FromSeconds(options.Value.LookSeconds), stoppingToken);
        }
    }
}
