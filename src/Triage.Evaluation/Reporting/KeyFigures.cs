using Triage.Evaluation.Reporting.Pages;
using Triage.Evaluation.Triaging;

namespace Triage.Evaluation.Reporting;

/// <summary>A figure beside the goal set for it.</summary>
internal sealed record KeyFigure(string Name, string Value, string Goal, bool Met)
{
    public string Verdict => Met ? "met" : "not met";
}

/// <summary>The figures by which the program is judged, first on the page.</summary>
internal static class KeyFigures
{
    /// <summary>Those that were measured.</summary>
    public static List<KeyFigure> Of(EvaluationReport report) => [.. Routing(report).Concat(Answering(report)).OfType<KeyFigure>()];

    private static IEnumerable<KeyFigure?> Routing(EvaluationReport report)
    {
        if (report.Routing is not { } routing)
        {
            yield break;
        }

        yield return AtLeast("office right", routing.Department.Accuracy, 0.80);
        yield return AtLeast("topic right", routing.Topic.Accuracy, 0.70);
        yield return AtLeast("topic among the best three", routing.TopThree.Topic, 0.85);
        yield return AtLeast("kind right", routing.Kind.Accuracy, 0.80);
        yield return AtLeast("right among the cases routed", routing.Department.RoutedAccuracy, 0.95);
        yield return new KeyFigure("calibration error (ECE) of the office", Shown.Number(routing.Department.Ece), "at most 0.05", routing.Department.Ece.Value <= 0.05);
        yield return AtLeast("objections found", routing.Objection.Recall, 0.95);
        yield return AtLeast("objections among those named", routing.Objection.Precision, 0.50);
        yield return AtLeast("urgent messages found", routing.Urgent.Recall, 0.95);
        yield return AtLeast("urgent among those named", routing.Urgent.Precision, 0.50);
    }

    private static IEnumerable<KeyFigure?> Answering(EvaluationReport report)
    {
        if (report.Retrieval is { } retrieval)
        {
            yield return AtLeast("an answering article among the first five passages", retrieval.AmongFirstFive, 0.95);
        }

        if (report.NoSource is { ByLabel: var all, ByKnowledge: var known })
        {
            yield return AtLeast("“no source” where no general text could answer", all.Right, 0.80);
            yield return AtLeast("“no source” where the knowledge does not answer", known.Right, 0.80);
            yield return all.Lost is { } lost ? new KeyFigure("“no source” where a general text could answer", Shown.Percent(lost), "at most 5 %", lost.Value <= 0.05) : null;
        }
    }

    private static KeyFigure? AtLeast(string name, Rate? rate, double goal) =>
        rate is null ? null : new KeyFigure(name, Shown.Percent(rate), $"at least {goal * 100:0} %", rate.Value >= goal);

    private static KeyFigure AtLeast(string name, double value, double goal) =>
        new(name, Shown.Percent(value), $"at least {goal * 100:0} %", value >= goal);
}
