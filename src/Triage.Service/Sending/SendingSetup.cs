using Microsoft.Extensions.Options;

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
}
