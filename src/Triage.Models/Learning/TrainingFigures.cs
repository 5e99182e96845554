using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>How well held-out rows were predicted; null where the data lack the label. Rates are 0 to 1.</summary>
public sealed record TrainingFigures(
    double DepartmentAccuracy,
    double DepartmentCalibrationError,
    double? TopicAccuracy,
    double? TopicTopThree,
    double? KindAccuracy,
    double? UrgentRecall,
    double? UrgentPrecision,
    double? ObjectionRecall,
    double? ObjectionPrecision,
    double? ConcernPrecision,
    double? ConcernRecall)
{
    internal static TrainingFigures From(LabelSet set, RouterModel model, IReadOnlyList<TrainingExample> examples, HeldOutRow[] heldOut, LabelScores[] scores)
    {
        var decisions = scores.Select(s => Decision.From(set, model.TopicDepartments, s)).ToArray();
        var topics = set.Topic is null ? null : decisions.Select((d, i) => d.Topic == examples[i].Topic);
        var kinds = decisions.Select((d, i) => (d.Kind, Truth: examples[i].Kind)).Where(k => k.Truth is not null).ToArray();
        var urgent = Detector(decisions.Select((d, i) => (d.Urgent, examples[i].Urgent)));
        var objection = Detector(decisions.Select(
            (d, i) => (d.Kind == LabelScores.ObjectionKind, examples[i].Kind is { } k ? k == LabelScores.ObjectionKind : (bool?)null)));
        var concerns = ConcernCalibration.Measure(heldOut, examples, set.Settings.Concerns);
        var also = set.Topic is not null && examples.Any(e => e.Also is { Count: > 0 });
        return new TrainingFigures(
            set.Settings.HeldOut.Average(h => h.Right ? 1 : 0),
            CalibrationError(set.Settings.HeldOut),
            topics?.Average(right => right ? 1 : 0),
            set.Topic is null ? null : scores.Select((s, i) => TopThree(set.Topic, s, examples[i]) ? 1 : 0).Average(),
            set.Kind is null ? null : kinds.Average(k => k.Kind == k.Truth ? 1 : 0),
            urgent.Recall, urgent.Precision, objection.Recall, objection.Precision,
            also ? concerns.Precision : null, also ? concerns.Recall : null);
    }

    // Expected calibration error over ten equal bins.
    private static double CalibrationError(IReadOnlyList<HeldOut> rows) => rows
        .GroupBy(h => Math.Min((int)(h.Confidence * 10), 9))
        .Sum(bin => Math.Abs(bin.Sum(h => (h.Right ? 1 : 0) - h.Confidence)) / rows.Count);

    private static bool TopThree(LabelModel topic, LabelScores scores, TrainingExample example) =>
        Enumerable.Range(0, topic.Labels.Length).OrderByDescending(t => scores.Topics![t]).Take(3)
            .Any(t => topic.Labels[t] == LabelTable.TopicOf(example));

    private static (double? Recall, double? Precision) Detector(IEnumerable<(bool Said, bool? True)> rows)
    {
        var known = rows.Where(r => r.True is not null).ToArray();
        double both = known.Count(r => r.Said && r.True == true);
        var wanted = known.Count(r => r.True == true);
        var said = known.Count(r => r.Said);
        return (wanted == 0 ? null : both / wanted, wanted == 0 ? null : said == 0 ? 0 : both / said);
    }
}
