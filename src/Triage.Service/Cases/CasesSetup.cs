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
        return builder;
    }
}
