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
    string ModelVersion);
