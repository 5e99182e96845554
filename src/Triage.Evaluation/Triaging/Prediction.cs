using Triage.Models.Triaging;

namespace Triage.Evaluation.Triaging;

/// <summary>A line of <c>routing --out</c>.</summary>
internal sealed record Prediction(string Id, string Label, string Predicted, double Confidence, bool Abstained)
{
    public bool Right => Label == Predicted;

    /// <summary>What a classification says about a field: topic, kind, or the office for every other one.</summary>
    public static Prediction Of(string id, string label, Classification said, string field) => field switch
    {
        "topic" when said.Topics.Count > 0 => new(id, label, said.Topic ?? "", Sure(said.Topics, said.Topic ?? ""), said.Abstained),
        "kind" when said.Kinds.Count > 0 => new(id, label, said.Kind, Sure(said.Kinds, said.Kind), said.Abstained),
        _ => new(id, label, said.Department, Sure(said.Departments, said.Department), said.Abstained),
    };

    private static double Sure(IEnumerable<ScoredLabel> labels, string id) => labels.Where(l => l.Id == id).Sum(l => l.Confidence);
}
