using Triage.Models.Inquiries;

namespace Triage.Service.Learning.Training;

internal static class TrainingSetup
{
    /// <summary>Adds learning from decisions: the queue of trainings, the process that learns, and the models.</summary>
    public static WebApplicationBuilder AddTraining(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LearningOptions>().BindConfiguration("Learning").PostConfigure(o =>
        {
            o.TrainingFile = o.TrainingFile.Length > 0 ? Path.GetFullPath(o.TrainingFile) : Path.Combine(DataFolder.Find(), "inquiries", "train.jsonl");
            o.MeasuringFile = o.MeasuringFile.Length > 0 ? Path.GetFullPath(o.MeasuringFile) : Path.Combine(DataFolder.Find(), "golden", "routing.jsonl");
        }).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<TrainingSignals>();
        builder.Services.AddScoped<MaterialReader>();
        builder.Services.AddScoped<StoredModels>();
        builder.Services.AddScoped<TrainingQueue>();
        builder.Services.AddScoped<JobMaker>();
        builder.Services.AddScoped<LeasedLearning>();
        builder.Services.AddScoped<CandidateShelf>();
        builder.Services.AddScoped<Trainer>();
        builder.Services.AddScoped<ModelDesk>();
        builder.Services.AddScoped<TrainingViews>();
        builder.Services.AddHostedService<TrainingWorker>();
        return builder;
    }
}
