using Triage.Models.Triaging;

namespace Triage.Evaluation.Triaging;

/// <summary>Confidence of the best guess for each label.</summary>
internal sealed record Confidences(double Department, double Topic, double Kind);

/// <summary>The best three of each label.</summary>
internal sealed record Best(IReadOnlyList<ScoredLabel> Department, IReadOnlyList<ScoredLabel> Topic, IReadOnlyList<ScoredLabel> Kind);

/// <summary>A line of <c>classify --out</c>.</summary>
internal sealed record ClassifiedRow(
    string Id,
    string Department,
    string? Topic,
    string Kind,
    bool Urgent,
    string Lang,
    IReadOnlyList<string> Also,
    Confidences Confidence,
    bool Abstained,
    Best Top,
    IReadOnlyList<Reason> Because,
    string? AbstainedBecause,
    IReadOnlyList<string> UrgentWords,
    IReadOnlyList<Concern> Concerns,
    double EmbeddingShare,
    string Model)
{
    private const int Ranks = 3;

    public static ClassifiedRow Of(string id, Classification said) => new(
        id, said.Department, said.Topic, said.Kind, said.Urgent, said.Language, said.Also,
        new Confidences(Of(said.Departments, said.Department), Of(said.Topics, said.Topic ?? ""), Of(said.Kinds, said.Kind)),
        said.Abstained,
        new Best([.. said.Departments.Take(Ranks)], [.. said.Topics.Take(Ranks)], [.. said.Kinds.Take(Ranks)]),
        said.Because, said.AbstainedBecause?.ToString(), said.UrgentWords, said.Concerns, said.EmbeddingShare, said.ModelVersion);

    private static double Of(IEnumerable<ScoredLabel> labels, string id) => labels.Where(l => l.Id == id).Sum(l => l.Confidence);
}
