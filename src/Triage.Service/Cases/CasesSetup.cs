namespace Triage.Service.Cases;

internal static class CasesSetup
{
    public static WebApplicationBuilder AddCases(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CaseFactory>();
        builder.Services.AddScoped<CaseAccess>();
        builder.Services.AddScoped<CaseActions>();
        builder.Services.AddScoped<FailedWork>();
        builder.Services.AddScoped<Resubmission>();
        builder.Services.AddScoped<Presence>();
        builder.Services.AddScoped<Inbox>();
        builder.Services.AddScoped<CaseSearch>();
        builder.Services.AddScoped<Web.StaffFrames>();
        return builder;
    }

    public static void MapCases(this WebApplication app)
    {
        app.MapInbox();
    }
}
