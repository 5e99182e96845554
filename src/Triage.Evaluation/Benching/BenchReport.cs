namespace Triage.Evaluation.Benching;

/// <summary>How long the parts take to be ready, in milliseconds; null where a part is not shipped.</summary>
/// <param name="EmbeddingMs">Loading the embedding model.</param>
/// <param name="RouterMs">Loading and checking the router.</param>
/// <param name="KnowledgeMs">Reading the articles.</param>
/// <param name="IndexFromNothingMs">Splitting and embedding every passage.</param>
/// <param name="ForwardPassesMs">The embedding model's own part of that.</param>
/// <param name="IndexFromCacheMs">The same index when every vector is cached.</param>
/// <param name="Articles">Articles indexed.</param>
/// <param name="Passages">Passages they were split into.</param>
internal sealed record ReadyTimes(
    double? EmbeddingMs,
    double? RouterMs,
    double KnowledgeMs,
    double IndexFromNothingMs,
    double ForwardPassesMs,
    double IndexFromCacheMs,
    int Articles,
    int Passages)
{
    /// <summary>The first message that needs the language detection, which is loaded by then.</summary>
    public double? FirstForeignMs { get; init; }

    /// <summary>The build's time in forward passes; 0 without an embedding model.</summary>
    public double BuildToForwardPasses => ForwardPassesMs > 0 ? IndexFromNothingMs / ForwardPassesMs : 0;
}

/// <summary>Memory of the process with everything loaded, after the measurement, in MB (10⁶ bytes).</summary>
internal sealed record MemoryUse(double WorkingSetMegabytes, double PeakWorkingSetMegabytes, double ManagedMegabytes, double AllocatedMegabytesPerInquiry);

/// <summary>
/// How many inquiries go through all steps a second: one after the other, and as many at once as there are cores.
/// <see cref="CpuMsPerInquiry"/> counts processor time, which other programs on the machine disturb least.
/// </summary>
internal sealed record Throughput(double OneByOne, double AtOnce, double CpuMsPerInquiry);

/// <summary>What <c>bench --json</c> writes.</summary>
/// <param name="System">Operating system.</param>
/// <param name="Runtime">Version of .NET.</param>
/// <param name="Cores">Logical processors.</param>
/// <param name="Embedding">The embedding model, or null.</param>
/// <param name="Router">The router, or null.</param>
/// <param name="Inputs">Different raw mails, taken in turn.</param>
/// <param name="Seconds">Length of the measurement after the warm-up.</param>
/// <param name="GivenUp">Inquiries on which a pattern ran out of its second; their steps before that are counted.</param>
/// <param name="Steps">Cost of each step, and of all together.</param>
/// <param name="InquiriesPerSecond">Through all steps.</param>
/// <param name="Ready">Loading and building.</param>
/// <param name="StartUpMs">A fresh process from its start until models and cached index are ready; null when not measured.</param>
/// <param name="Memory">With everything loaded.</param>
/// <param name="Missing">What was not shipped, in words.</param>
internal sealed record BenchReport(
    string System,
    string Runtime,
    int Cores,
    string? Embedding,
    string? Router,
    int Inputs,
    double Seconds,
    int GivenUp,
    IReadOnlyList<StepCost> Steps,
    Throughput InquiriesPerSecond,
    ReadyTimes Ready,
    double? StartUpMs,
    MemoryUse Memory,
    IReadOnlyList<string> Missing);
