using Triage.Evaluation.Benching;
using Triage.Evaluation.Data;
using Triage.Evaluation.Reporting.Figures;

namespace Triage.Evaluation.Reporting;

/// <summary>All figures of <c>report</c>; null where something was missing or not asked for, <see cref="Missing"/> says which.</summary>
internal sealed record EvaluationReport(
    DateOnly Day,
    RoutingFigures? Routing,
    RetrievalFigures? Retrieval,
    DraftFigures? Drafts,
    NoSourceFigures? NoSource,
    PseudonymFigures Pseudonyms,
    DataSet Data,
    BenchReport? Bench,
    IReadOnlyList<TrialFigures>? LearningCurve,
    IReadOnlyList<TrialFigures>? Ablation,
    IReadOnlyList<string> Missing);
