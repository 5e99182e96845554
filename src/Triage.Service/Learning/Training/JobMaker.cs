using Microsoft.Extensions.Options;
using Triage.Service.Triaging;

namespace Triage.Service.Learning.Training;

/// <summary>A job with the material that is in it.</summary>
/// <param name="Against">The id of the model that it is measured against; null: the one that came with the program.</param>
internal sealed record PreparedJob(TrainingJob Job, Material Read, long? Against);

/// <summary>Puts together what a training learns from and what it is measured against.</summary>
internal sealed class JobMaker(MaterialReader material, StoredModels models, IOptions<LearningOptions> options, IOptions<TriagingOptions> triaging)
{
    /// <param name="folder">A folder of the job's own.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataException">The serving model cannot be read.</exception>
    public async Task<PreparedJob> MakeAsync(string folder, CancellationToken cancellation)
    {
        var against = await models.ServingAsync(cancellation);
        var serving = triaging.Value.Folder;
        if (against is { } id)
        {
            serving = Path.Combine(folder, "serving");
            await models.UnpackAsync(id, serving, cancellation);
        }

        var read = await material.ReadAsync(cancellation);
        return new PreparedJob(
            new TrainingJob(read.Examples, options.Value.TrainingFile, options.Value.MeasuringFile, serving, triaging.Value.FolderOfEmbedding, folder), read, against);
    }
}
