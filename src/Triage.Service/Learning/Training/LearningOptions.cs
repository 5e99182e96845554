using System.ComponentModel.DataAnnotations;

namespace Triage.Service.Learning.Training;

/// <summary>Section "Learning".</summary>
internal sealed class LearningOptions
{
    /// <summary>Labelled inquiries that every training learns from; empty: <c>data/inquiries/train.jsonl</c>.</summary>
    public string TrainingFile { get; set; } = "";

    /// <summary>Labelled inquiries that candidates are measured on, and that are never learned from; empty: <c>data/golden/routing.jsonl</c>.</summary>
    public string MeasuringFile { get; set; } = "";

    /// <summary>The newest so many decided cases are learned from (0 to 100,000): each thousand takes about two minutes of a core more.</summary>
    [Range(0, 100_000)]
    public int MostCases { get; init; } = 10_000;

    /// <summary>How often an instance looks whether another model was promoted, or a training waits (1 to 3,600).</summary>
    [Range(1, 3_600)]
    public int LookSeconds { get; init; } = 20;

    /// <summary>After so long without a sign of life a training is begun anew (5 to 3,600).</summary>
    [Range(5, 3_600)]
    public int LeaseSeconds { get; init; } = 60;

    /// <summary>A training that takes longer is ended (1 to 1,440).</summary>
    [Range(1, 1_440)]
    public int MostMinutes { get; init; } = 60;
}
