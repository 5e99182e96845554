namespace Triage.Service.Learning;

internal static class LearningSetup
{
    public static WebApplicationBuilder AddLearning(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Decisions>();
        return builder;
    }
}
