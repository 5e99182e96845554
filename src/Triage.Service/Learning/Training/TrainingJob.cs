using Triage.Models.Learning;

namespace Triage.Service.Learning.Training;

/// <summary>What the training process is to do: one line of JSON on its standard input, so that no citizen's text comes on a disk.</summary>
/// <param name="Decided">What people decided.</param>
/// <param name="TrainingFile">Labelled inquiries to learn from as well.</param>
/// <param name="MeasuringFile">Labelled inquiries to measure on; a row of it is never learned from.</param>
/// <param name="ServingFolder">The model to measure against.</param>
/// <param name="EmbeddingFolder">The embedding model; where there is none, n-grams alone are learned.</param>
/// <param name="Output">A folder of its own; the candidate is written to <see cref="Candidate"/> in it, the result beside.</param>
internal sealed record TrainingJob(
    IReadOnlyList<TrainingExample> Decided, string TrainingFile, string MeasuringFile, string ServingFolder, string EmbeddingFolder, string Output)
{
    public string Candidate => Path.Combine(Output, "candidate");

    public string ResultFile => Path.Combine(Output, "result.json");
}

/// <summary>What came of it: a candidate with its comparison, or a problem in German.</summary>
internal sealed record TrainingResult(string? Version, string? Against, int Shipped, ModelComparison? Comparison, string? Problem);
