using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;
using Triage.Service.Demo;
using Triage.Service.Triaging;

namespace Triage.Service.Learning;

/// <summary>
/// Gives the demo town a past of six weeks after its first start, in the background: golden inquiries go through the
/// classifier in small groups. Without a classifier there is nothing to show, and nothing is written.
/// </summary>
internal sealed partial class DemoHistory(
    IServiceProvider services, ClassifierHost host, IOptions<DemoOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<DemoHistory> log) : BackgroundService
{
    private const int Group = 8;

    /// <summary>Leaves the processor to people who open their first pages.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value is not { Enabled: true, History: true })
        {
            return;
        }

        await lifetime.StartedAsync(stoppingToken);
        try
        {
            var file = Path.Combine(DataFolder.Find(), "golden", "routing.jsonl");
            if (File.Exists(file) && await host.ServingAsync(stoppingToken) is { } classifier)
            {
                await ReplayAsync(classifier, await ReadAsync(file, stoppingToken), stoppingToken);
            }
        }
        catch (Exception e) when (e is DbException or DbUpdateException or TimeoutException or IOException or JsonException)
        {
            LogIncomplete(log, e);
        }
    }

    private async Task ReplayAsync(InquiryClassifier classifier, IReadOnlyList<GoldenInquiry> golden, CancellationToken cancellation)
    {
        var missing = await InScopeAsync(async replay =>
        {
            var written = await replay.WrittenAsync(cancellation);
            return golden.Select((row, place) => (Row: row, Place: place)).Where(g => !written.Contains(DemoReplay.NumberOf(g.Place))).ToList();
        });
        foreach (var group in missing.Chunk(Group))
        {
            var said = await classifier.ClassifyAsync([.. group.Select(g => g.Row.Inquiry)], cancellation);
            await InScopeAsync(async replay =>
            {
                await replay.WriteAsync([.. group.Zip(said, (g, s) => new DemoInquiry(g.Place, g.Row, s))], cancellation);
                return true;
            });
            await Task.Delay(Pause, time, cancellation);
        }
    }

    private static async Task<IReadOnlyList<GoldenInquiry>> ReadAsync(string file, CancellationToken cancellation)
    {
        var lines = await File.ReadAllLinesAsync(file, cancellation);
        return [.. lines.Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<GoldenInquiry>(l, JsonSerializerOptions.Web)!)];
    }

    private async Task<T> InScopeAsync<T>(Func<DemoReplay, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DemoReplay>());
    }

    [LoggerMessage(LogLevel.Warning, "The demo town's past is incomplete; the next start goes on with it")]
    private static partial void LogIncomplete(ILogger log, Exception e);
}
