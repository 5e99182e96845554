namespace Triage.Service.Tests.Support;

/// <summary>One host on each database, as a class fixture; each starts when a test asks for it.</summary>
public sealed class BothHosts(PostgresServer postgres) : IAsyncLifetime
{
    private readonly Dictionary<DatabaseKind, ServiceHost> started = [];

    public async Task<ServiceHost> OnAsync(DatabaseKind kind)
    {
        if (!started.TryGetValue(kind, out var host))
        {
            started[kind] = host = await ServiceHost.StartAsync(await postgres.SettingsAsync(kind));
        }

        return host;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in started.Values)
        {
            await host.DisposeAsync();
        }
    }
}
