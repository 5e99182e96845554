using System.Xml.Linq;
using Triage.Evaluation.Reporting.Figures;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>What more data and each kind of feature bring.</summary>
internal static class TrainingSection
{
    private static readonly string[] Head = ["", "rows", "office", "topic", "topic among the best three", "kind"];

    public static XElement Write(IReadOnlyList<TrialFigures>? curve, IReadOnlyList<TrialFigures>? ablation) => Html.Section("training", "Training",
        Html.Paragraph("Routers trained for this report alone, judged on the golden inquiries."),
        curve is null ? null : Curve(curve),
        ablation is null ? null : Html.Table("What each kind of feature brings", Head, ablation.Select(Row)));

    private static XElement Curve(IReadOnlyList<TrialFigures> curve)
    {
        static PlotPoint Topic(TrialFigures t) => new(t.Rows, t.Topic?.Value ?? 0);
        return Html.Figure(
            new Plot("Learning curve", Axis.Counts("training inquiries", curve[^1].Rows), Axis.Share("right on the golden set"))
                .Line("line", curve.Select(Topic))
                .Dots("dot", curve.Select(t => (Topic(t), 4.0, $"{t.Rows} rows: {Shown.Percent(t.Topic)}")))
                .Line("line second", curve.Select(t => new PlotPoint(t.Rows, t.Department?.Value ?? 0)))
                .Draw(),
            "Learning curve: topic (solid, dots) and office (dashed) right, by the number of training inquiries.",
            Html.Table("Learning curve", Head, curve.Select(Row)));
    }

    private static IReadOnlyList<string> Row(TrialFigures t) =>
        [t.Name, Shown.Count(t.Rows), Shown.Percent(t.Department), Shown.Percent(t.Topic), Shown.Percent(t.TopicTopThree), Shown.Percent(t.Kind)];
}
