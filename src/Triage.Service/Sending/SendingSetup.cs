using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Service.Storage;

namespace Triage.Service.Sending;

internal static class SendingSetup
{
    /// <summary>Adds the outbox: SMTP when <c>Mail:SmtpHost</c> is set, otherwise a folder.</summary>
    public static WebApplicationBuilder AddSending(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<MailWriter>();
        builder.Services.AddSingleton<SmtpTransport>();
        builder.Services.AddSingleton<PickupFolderTransport>();
        builder.Services.AddSingleton<IMailTransport>(s => s.GetRequiredService<IOptions<MailOptions>>().Value.SmtpHost.Length > 0
            ? s.GetRequiredService<SmtpTransport>()
            : s.GetRequiredService<PickupFolderTransport>());
        builder.Services.AddScoped<TextBlockDesk>();
        builder.Services.AddScoped<Notices>();
        builder.Services.AddScoped<AcknowledgeStep>();
        builder.Services.AddScoped<SentMail>();
        builder.Services.AddScoped<MailSender>();
        builder.Services.AddScoped<NoticeSender>();
        builder.Services.AddHostedService<SendingWorker>();
        return builder;
    }

    /// <summary>
    /// The command <c>after-restore</c>: a backup does not know what was sent after it, so each mail that waits in it is overdue
    /// from now on (<see cref="MailOptions.OverdueMinutes"/>). None is sent before a person has looked.
    /// </summary>
    public static async Task<int> HandWaitingMailToPeopleAsync(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TriageDbContext>();
        var waiting = await db.Outbox.Where(o => o.Channel == "email" && (o.State == SendState.Held || o.State == SendState.Queued || o.State == SendState.Sending))
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.NotBefore, DateTimeOffset.UnixEpoch));
        waiting += await db.Notices.Where(n => n.State == SendState.Queued || n.State == SendState.Sending)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.NotBefore, DateTimeOffset.UnixEpoch));
        Console.WriteLine($"{waiting} mails waited in the backup. They are not sent; people find them in their cases.");
        return 0;
    }
}
