namespace Triage.Service.Erasing;

internal static class ErasingSetup
{
    public static WebApplicationBuilder AddErasing(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ErasureSearch>();
        builder.Services.AddScoped<ErasedRows>();
        builder.Services.AddScoped<Eraser>();
        builder.Services.AddScoped<ErasureRun>();
        return builder;
    }
}
