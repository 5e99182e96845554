namespace Triage.Service.Approving;

internal static class ApprovingSetup
{
    public static WebApplicationBuilder AddApproving(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ApprovalOptions>().BindConfiguration("Approval");
        builder.Services.AddScoped<ReplyDesk>();
        builder.Services.AddScoped<MailFreezer>();
        builder.Services.AddScoped<CriticalStatements>();
        builder.Services.AddScoped<Approver>();
        return builder;
    }
}
