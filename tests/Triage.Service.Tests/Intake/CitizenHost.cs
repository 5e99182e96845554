using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

/// <summary>A service for people who type faster and more than the traps against programs allow; one for each class.</summary>
public sealed class CitizenHost : IAsyncLifetime
{
    /// <summary>The service's settings.</summary>
    public static readonly Dictionary<string, string> Settings = new() { ["Intake:FormMinSeconds"] = "0", ["Intake:FormsPerMinute"] = "10000" };

    public ServiceHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await ServiceHost.StartAsync(Settings);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
