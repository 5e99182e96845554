using Microsoft.Extensions.Options;
using Triage.Service.Learning.Training;

namespace Triage.Service.Triaging;

/// <summary>Lets this instance follow what was promoted here or on another one, without a restart.</summary>
internal sealed class ClassifierWorker(
    ClassifierHost classifier, TrainingSignals signals, IHostApplicationLifetime lifetime, IOptions<LearningOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await classifier.LookAsync(stoppingToken);
            await signals.Promoted.WaitAsync(TimeSpan.FromSeconds(options.Value.LookSeconds), stoppingToken);
        }
    }
}
