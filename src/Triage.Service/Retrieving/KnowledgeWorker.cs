using Microsoft.Extensions.Options;

namespace Triage.Service.Retrieving;

/// <summary>
/// Keeps the index on what is in force: after a release at once, and when a day begins or another instance released. Once
/// after the start it offers editors what changed in the folder of articles.
/// </summary>
internal sealed class KnowledgeWorker(
    KnowledgeHost host, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, IOptions<KnowledgeOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        await TryAsync(() => host.RefreshAsync(stoppingToken), stoppingToken);
        await TryAsync(() => OfferAsync(stoppingToken), stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await host.ChangesAsync(TimeSpan.FromSeconds(options.Value.LookSeconds), stoppingToken);
            await TryAsync(() => host.RefreshAsync(stoppingToken), stoppingToken);
        }
    }

    private async Task OfferAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KnowledgeFolder>().OfferChangesAsync(cancellation);
    }

    private async Task TryAsync(Func<Task> work, CancellationToken cancellation)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            host.Failed(e);
        }
    }
}
