using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Triage.Service.Intake;

/// <summary>Drains every source into the store, one message at a time each. A failed message is refused and comes again.</summary>
internal sealed partial class IntakeWorker(
    IEnumerable<IInquirySource> sources, IServiceScopeFactory scopes, PipelineSignal signal, IHostApplicationLifetime lifetime, TimeProvider time,
    ILogger<IntakeWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        await Task.WhenAll(sources.Select(source => DrainAsync(source, stoppingToken)));
    }

    private async Task DrainAsync(IInquirySource source, CancellationToken cancellation)
    {
        await foreach (var message in source.ReceiveAsync(cancellation))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var acceptance = await scope.ServiceProvider.GetRequiredService<InquiryStore>().AcceptAsync(source.Name, message, cancellation);
                await message.AcknowledgeAsync(acceptance);
                signal.Raise();
            }
            catch (Exception e) when (e is IOException or DbException or DbUpdateException or TimeoutException or UnauthorizedAccessException or InvalidOperationException)
            {
                LogRefused(log, e, source.Name);
                await message.RefuseAsync(e);
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A message from {Source} could not be stored. It is not acknowledged and will be tried again")]
    private static partial void LogRefused(ILogger log, Exception e, string source);
}
