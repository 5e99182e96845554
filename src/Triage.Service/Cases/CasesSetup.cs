using Triage.Service.Cases.Splitting;

namespace Triage.Service.Cases;

internal static class CasesSetup
{
    public static WebApplicationBuilder AddCases(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CaseFactory>();
        builder.Services.AddScoped<CaseAccess>();
        builder.Services.AddScoped<CaseActions>();
        builder.Services.AddScoped<CaseRouting>();
        builder.Services.AddScoped<CaseChange>();
        builder.Services.AddScoped<FailedWork>();
        builder.Services.AddScoped<Resubmission>();
        builder.Services.AddScoped<Presence>();
        builder.Services.AddScoped<Inbox>();
        builder.Services.AddScoped<CaseSearch>();
        builder.Services.AddScoped<MessageViews>();
        builder.Services.AddScoped<SuggestionViews>();
        builder.Services.AddScoped<SourceViews>();
        builder.Services.AddScoped<NoDraft>();
        builder.Services.AddScoped<HistoryQuotes>();
        builder.Services.AddScoped<ReplyViews>();
        builder.Services.AddScoped<SendingViews>();
        builder.Services.AddScoped<CaseParts>();
        builder.Services.AddScoped<CaseFacts>();
        builder.Services.AddScoped<PartMaker>();
        builder.Services.AddScoped<RemainingMessage>();
        builder.Services.AddScoped<Splitter>();
        builder.Services.AddScoped<Joiner>();
        builder.Services.AddScoped<SplitViews>();
        builder.Services.AddScoped<CaseLinks>();
        builder.Services.AddScoped<CaseViews>();
        builder.Services.AddScoped<Web.StaffFrames>();
        return builder;
    }

    public static void MapCases(this WebApplication app)
    {
        app.MapInbox();
        app.MapCasePages();
        app.MapCaseActions();
        app.MapCaseRouting();
        app.MapSplitting();
    }
}
