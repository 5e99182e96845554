namespace Triage.Service.Learning;

internal static class LearningSetup
{
    public static WebApplicationBuilder AddLearning(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Decisions>();
        builder.Services.AddScoped<EvaluationFacts>();
        builder.Services.AddScoped<EvaluationViews>();
        builder.Services.AddScoped<EvaluationCases>();
        builder.Services.AddScoped<DemoReplay>();
        builder.Services.AddHostedService<DemoHistory>();
        return builder;
    }
}
