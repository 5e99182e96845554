using Triage.Service.Triaging.Rules;

namespace Triage.Service.Triaging;

internal static class TriagingSetup
{
    public static WebApplicationBuilder AddTriaging(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TriagingOptions>().BindConfiguration("Triaging").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<EmbedderHost>();
        builder.Services.AddSingleton<ClassifierHost>();
        builder.Services.AddHostedService<ClassifierWorker>();
        builder.Services.AddScoped<SuggestionSwitch>();
        builder.Services.AddScoped<ClassifyStep>();
        builder.Services.AddScoped<RuleBook>();
        builder.Services.AddScoped<RuleTrial>();
        builder.Services.AddScoped<RuleDesk>();
        builder.Services.AddScoped<RuleViews>();
        return builder;
    }
}
