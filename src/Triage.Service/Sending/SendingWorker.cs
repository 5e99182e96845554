using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Triage.Service.Sending;

/// <summary>Looks every second for approved answers and notices that are due, and wakes cases whose Wiedervorlage has come.</summary>
internal sealed partial class SendingWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<SendingWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                LogTrouble(log, e);
            }
        }
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        bool more;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            more = await services.GetRequiredService<MailSender>().SendOneAsync(cancellation);
            more |= await services.GetRequiredService<NoticeSender>().SendOneAsync(cancellation);
            await services.GetRequiredService<Cases.Resubmission>().WakeDueAsync(cancellation);
        }
        while (more);
    }

    [LoggerMessage(LogLevel.Error, "Sending waits: the database does not answer")]
    private static partial void LogTrouble(ILogger log, Exception e);
}
