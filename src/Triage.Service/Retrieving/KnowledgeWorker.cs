using Microsoft.Extensions.Options;

namespace Triage.Service.Retrieving;

/// <summary>Keeps the index on what is in force: after a release at once, and when a day begins or another instance released.</summary>
internal sealed class KnowledgeWorker(KnowledgeHost host, IOptions<KnowledgeOptions> options) : BackgroundService
{
    // Messages that wait since the last start would otherwise be drafted from an empty index.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await host.Searchable.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
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
