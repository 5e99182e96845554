namespace Triage.Service.Drafting;

internal static class DraftingSetup
{
    public static WebApplicationBuilder AddDrafting(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DraftStep>();
        return builder;
    }
}
