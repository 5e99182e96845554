using Triage.Service.Approving.Simplifying;
using Triage.Service.Approving.Translating;

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
        builder.Services.AddScoped<Recall>();
        builder.Services.AddScoped<ReplyFiles>();
        builder.Services.AddScoped<InsertableBlocks>();
        builder.Services.AddScoped<ReplyCheck>();
        builder.Services.AddScoped<ReviewViews>();
        builder.Services.AddScoped<LetterDesk>();
        builder.Services.AddScoped<Translations>();
        builder.Services.AddScoped<PlainSources>();
        builder.Services.AddScoped<PlainDrafts>();
        return builder;
    }

    public static void MapApproving(this WebApplication app)
    {
        app.MapReply();
        app.MapReview();
        app.MapTranslations();
        app.MapVersions();
        app.MapOtherChannels();
    }
}
