namespace Triage.Models.Triaging;

/// <summary>A label and its calibrated probability (0 to 1).</summary>
public sealed record ScoredLabel(string Id, double Confidence);

/// <summary>
/// Words of the inquiry that spoke for the suggestion (<see cref="Weight"/> above 0) or against it.
/// <see cref="Start"/> is the place in <c>Inquiry.Whole</c>, in UTF-16 units.
/// </summary>
public sealed record Reason(string Text, int Start, double Weight);

/// <summary>
/// A suggestion for one inquiry. Department and topic never contradict each other: the department's probability is the
/// sum of its topics'. For a message that is no inquiry <see cref="Department"/> is "" and <see cref="Topic"/> null.
/// </summary>
public sealed record Classification(
    string Department,
    string? Topic,
    string Kind,
    bool Urgent,
    string Language,
    IReadOnlyList<string> Also,
    bool Abstained,
    IReadOnlyList<ScoredLabel> Departments,
    IReadOnlyList<ScoredLabel> Topics,
    IReadOnlyList<ScoredLabel> Kinds,
    IReadOnlyList<Reason> Because,
    IReadOnlyList<string> UrgentWords,
    string ModelVersion)
{
    /// <summary>False: judged by n-grams alone, because no embedding model was to be had.</summary>
    public bool UsesEmbedding { get; init; }

    /// <summary>The share of the sentence embedding ("Gesamteindruck") in the decision for the office, 0 to 1; the rest are words.</summary>
    public double EmbeddingShare { get; init; }

    /// <summary>Where each topic of <see cref="Also"/> stands in the message.</summary>
    public IReadOnlyList<Concern> Concerns { get; init; } = [];

    /// <summary>Why the router would not decide; null when it did.</summary>
    public AbstentionReason? AbstainedBecause { get; init; }
}

/// <summary>A further concern and the sentence that carries it, in UTF-16 units of <c>Inquiry.Whole</c>.</summary>
public sealed record Concern(string Topic, int Start, int Length);

/// <summary>Why a case goes to "Zu klären".</summary>
public enum AbstentionReason
{
    /// <summary>The best office is not likely enough.</summary>
    Unsure,

    /// <summary>The message is in a language that the router was never taught.</summary>
    Language,

    /// <summary>Hardly a word of the message is known: nonsense, or nothing but names and numbers.</summary>
    NoWords,
}
