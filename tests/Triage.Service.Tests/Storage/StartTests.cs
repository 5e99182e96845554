using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Storage;

public sealed class StartTests(PostgresServer postgres)
{
    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task The_first_start_on_an_empty_database_logs_no_error(DatabaseKind kind)
    {
        var errors = new Errors();

        await using var host = await ServiceHost.StartAsync(
            await postgres.SettingsAsync(kind, ("Serilog:MinimumLevel:Default", "Information")), services: s => s.AddSingleton<ILogEventSink>(errors), isFirstStart: true);

        await ServiceHost.UntilAsync(() => Task.FromResult(errors.Seen > 0));
        Assert.Empty(errors.All);
    }

    [Theory]
    [InlineData(null, "FROM \"cases\" AS \"c\"")]
    [InlineData("Host=localhost;Database=none", "FROM cases AS c")]
    public async Task The_warm_up_compiles_for_the_database_that_serves(string? connection, string dialect) =>
        Assert.Contains(dialect, await StorageSetup.WarmUpAsync(connection), StringComparison.Ordinal);

    private sealed class Errors : ILogEventSink
    {
        private int seen;

        public int Seen => seen;

        public System.Collections.Concurrent.ConcurrentBag<string> All { get; } = [];

        public void Emit(LogEvent logEvent)
        {
            Interlocked.Increment(ref seen);
            if (logEvent.Level >= LogEventLevel.Error)
            {
                All.Add(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }
}
