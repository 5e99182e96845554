namespace Triage.Service.Intake;

internal static class IntakeSetup
{
    /// <summary>Adds the sources, the store of originals, the reading step, and the pipeline's workers.</summary>
    public static WebApplicationBuilder AddIntake(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<IntakeOptions>().BindConfiguration("Intake").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<PipelineOptions>().BindConfiguration("Pipeline").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<InquiryStore>();
        builder.Services.AddScoped<ReadStep>();
        builder.Services.AddScoped<AttachmentKeeper>();
        builder.Services.AddScoped<CaseFinder>();
        builder.Services.AddScoped<CaseOpener>();
        builder.Services.AddSingleton<WebFormSource>();
        builder.Services.AddSingleton<IInquirySource>(s => s.GetRequiredService<WebFormSource>());
        builder.Services.AddSingleton<IInquirySource, FolderSource>();
        builder.Services.AddSingleton<FormTickets>();
        builder.Services.AddSingleton<FormMail>();
        builder.Services.AddScoped<InquiryFormDesk>();
        builder.Services.AddScoped<StatusDesk>();
        builder.Services.AddScoped<StatusViews>();
        builder.Services.AddScoped<StatusDoor>();
        builder.Services.AddSingleton<PipelineSignal>();
        builder.Services.AddScoped<WorkQueue>();
        builder.Services.AddScoped<InquiryPipeline>();
        builder.Services.AddHostedService<IntakeWorker>();
        builder.Services.AddHostedService<PipelineWorker>();
        return builder;
    }
}
