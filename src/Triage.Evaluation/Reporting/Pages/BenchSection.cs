using System.Xml.Linq;
using Triage.Evaluation.Benching;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>What an inquiry costs on the machine that made the report.</summary>
internal static class BenchSection
{
    public static XElement Write(BenchReport report) => Html.Section("cost", "Cost",
        Html.Paragraph($"{report.Inputs} raw mails in turn for {Shown.Place(report.Seconds)} s. Composing includes one grounding check; the check below it is the one before an approval. Other programs on the machine lengthen every time; processor time and ratios suffer least."),
        report.Missing.Select(Html.Paragraph),
        Html.Figure(
            Bars.Draw("Cost of each step", [.. report.Steps.Select(s => (s.Step, s.MedianMs, $"{Shown.Milliseconds(s.MedianMs)} ms"))]),
            "Median milliseconds of each step.",
            Html.Table("Steps", ["step", "measured", "median ms", "p90 ms", "p99 ms", "p99 / median", "share"],
                report.Steps.Select(s => (IReadOnlyList<string>)
                [
                    s.Step, Shown.Count(s.Measured), Shown.Milliseconds(s.MedianMs), Shown.Milliseconds(s.P90Ms), Shown.Milliseconds(s.P99Ms),
                    Shown.Place(s.P99ToMedian), s.Step == BenchPass.Whole ? "" : Shown.Percent(s.Share),
                ]))),
        Html.Table("Rates, memory and start", ["figure", "value"], BenchTables.Figures(report).Select(f => (IReadOnlyList<string>)[f.Name, f.Value])));
}
