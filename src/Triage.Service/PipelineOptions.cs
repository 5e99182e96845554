using System.ComponentModel.DataAnnotations;

namespace Triage.Service;

/// <summary>Section "Pipeline".</summary>
internal sealed class PipelineOptions
{
    /// <summary>How long a claimed step may take before somebody else may claim it, in seconds (2 to 3600).</summary>
    [Range(2, 3600)]
    public int LeaseSeconds { get; init; } = 120;

    /// <summary>Failed attempts at a step after which a person is asked to look (1 to 20).</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; init; } = 5;
}
