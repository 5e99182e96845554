using System.Xml.Linq;
using Triage.Evaluation.Reporting.Figures;
using Triage.Evaluation.Triaging;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>What the router gets right, and whether it knows when it does not.</summary>
internal static class RoutingSection
{
    public static XElement Write(RoutingFigures figures) => Html.Section("routing", "Routing",
        Html.Paragraph($"Router {figures.Model}, trained on {figures.Department.TrainingRows} inquiries, judges {figures.Department.Rows} golden ones of other authors; it sees {figures.Department.Features}. Intervals are 95 % (Wilson; for calibration 500 bootstrap samples)."),
        Labels(figures),
        Html.Table("Objections, urgency and second topics", ["", "true", "named", "recall", "precision"],
        [
            Detector("objection (widerspruch)", figures.Objection), Detector("urgent", figures.Urgent), Detector("second topic (also)", figures.SecondTopics),
        ]),
        Html.Beside(Reliability(figures.Department, "office"), Reliability(figures.Topic, "topic"), Risk(figures)),
        Html.Table("By language", ["language", "rows", "office", "topic", "kind", "routed", "language recognised"],
            figures.Languages.Select(l => (IReadOnlyList<string>)
                [l.Language, Shown.Count(l.Rows), Shown.Percent(l.Department), Shown.Percent(l.Topic), Shown.Percent(l.Kind), Shown.Percent(l.Routed), Shown.Percent(l.Recognised)])),
        ConfusionTable.Write(figures.Department),
        Classes("Offices", figures.Department), Classes("Kinds", figures.Kind),
        new XElement("details", new XElement("summary", "All topics"), Classes("Topics", figures.Topic)));

    private static XElement Labels(RoutingFigures figures)
    {
        static IReadOnlyList<string> Row(string name, RoutingReport r, Rate? three) =>
        [
            name, Shown.Percent(r.Accuracy), Shown.Percent(three), Shown.Number(r.MacroF1), Shown.Number(r.Ece),
            Shown.Percent(r.CoverageAt95), Shown.Percent(r.CoverageAt98), Shown.Percent(r.RoutedShare), Shown.Percent(r.RoutedAccuracy),
        ];
        return Html.Table(
            "Labels", ["label", "right", "among the best three", "macro-F1", "ECE", "coverage at 95 %", "coverage at 98 %", "routed", "right among routed"],
            [
                Row("office", figures.Department, figures.TopThree.Department), Row("topic", figures.Topic, figures.TopThree.Topic),
                Row("kind", figures.Kind, figures.TopThree.Kind),
            ]);
    }

    private static IReadOnlyList<string> Detector(string name, Detector d) =>
        [name, Shown.Count(d.Wanted), Shown.Count(d.Named), Shown.Percent(d.Recall), Shown.Percent(d.Precision)];

    private static XElement Reliability(RoutingReport report, string label) => Html.Figure(
        new Plot($"Reliability diagram of the {label}", Axis.Share("confidence"), Axis.Share("share that is right"))
            .Line("ideal", [new PlotPoint(0, 0), new PlotPoint(1, 1)])
            .Line("line", report.Reliability.Select(b => new PlotPoint(b.Confidence, b.Accuracy)))
            .Dots("dot", report.Reliability.Select(b => (
                new PlotPoint(b.Confidence, b.Accuracy), 3 + (9 * Math.Sqrt((double)b.Rows / report.Rows)), $"{b.Rows} rows: said {Shown.Percent(b.Confidence)}, right {Shown.Percent(b.Accuracy)}")))
            .Draw(),
        $"Reliability of the {label}: on the diagonal, confidence is frequency. A dot's area shows its rows. ECE {Shown.Number(report.Ece)}.",
        Html.Table($"Reliability, {label}", ["confidence from", "rows", "mean confidence", "right"],
            report.Reliability.Select(b => (IReadOnlyList<string>)[Shown.Percent(b.From), Shown.Count(b.Rows), Shown.Percent(b.Confidence), Shown.Percent(b.Accuracy)])));

    private static XElement Risk(RoutingFigures figures)
    {
        var most = figures.Topic.RiskCoverage.Concat(figures.Department.RiskCoverage).Max(p => p.Risk);
        static IEnumerable<PlotPoint> Points(RoutingReport r) => r.RiskCoverage.Select(p => new PlotPoint(p.Coverage, p.Risk));
        return Html.Figure(
            new Plot("Risk–coverage curve", Axis.Share("share routed, most confident first"), Axis.Share("share of them that is wrong", 0, Math.Max(0.2, Math.Ceiling(most * 10) / 10)))
                .Line("ideal", [new PlotPoint(0, 0.05), new PlotPoint(1, 0.05)]).Line("line", Points(figures.Department)).Line("line second", Points(figures.Topic)).Draw(),
            "Risk and coverage: office (solid), topic (dashed); the thin line is a risk of 5 %.",
            Html.Table("Risk and coverage, office", ["coverage", "risk", "from confidence"],
                figures.Department.RiskCoverage.Select(p => (IReadOnlyList<string>)[Shown.Percent(p.Coverage), Shown.Percent(p.Risk), Shown.Percent(p.Confidence)])));
    }

    private static XElement Classes(string caption, RoutingReport report) =>
        Html.Table(caption, ["label", "rows", "precision", "recall", "F1"], report.Classes.Select(c => (IReadOnlyList<string>)
            [Name(c.Label), Shown.Count(c.Rows), Shown.Percent(c.Precision), Shown.Percent(c.Recall), Shown.Number(c.F1)]));

    /// <summary>The label; words for the one that has none.</summary>
    internal static string Name(string label) => label.Length == 0 ? "(no inquiry)" : label;
}
