using System.Globalization;
using System.Xml.Linq;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>The report as one page without any other file: well-formed, light and dark, for screen and paper.</summary>
internal static class ReportPage
{
    private const string Title = "Triage: evaluation";

    public static string Write(EvaluationReport report)
    {
        XElement[] sections = [.. Sections(report)];
        var page = new XElement("html", new XAttribute("lang", "en"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", Title),
                new XElement("style", ReportStyle.Css)),
            new XElement("body",
                new XElement("header",
                    new XElement("h1", Title),
                    Html.Paragraph($"Figures of {report.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} on the demo town's data, by the code that the service runs. The same figures for programs: report.json.")),
                new XElement("nav", new XAttribute("aria-label", "Sections"), sections.Select(Link)),
                new XElement("main", sections)));
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static IEnumerable<XElement> Sections(EvaluationReport report)
    {
        yield return Html.Section("key", "Key figures",
            report.Missing.Select(Html.Paragraph),
            Html.Table("Against the goals", ["figure", "value", "goal", ""],
                KeyFigures.Of(report).Select(k => (IReadOnlyList<string>)[k.Name, k.Value, k.Goal, k.Verdict])));
        if (report.Routing is { } routing)
        {
            yield return RoutingSection.Write(routing);
        }

        if (report.LearningCurve is not null || report.Ablation is not null)
        {
            yield return TrainingSection.Write(report.LearningCurve, report.Ablation);
        }

        if (report is { Retrieval: { } retrieval, Drafts: { } drafts, NoSource: { } noSource })
        {
            yield return AnsweringSection.Write(retrieval, drafts, noSource);
        }

        yield return PseudonymSection.Write(report.Pseudonyms);
        if (report.Bench is { } bench)
        {
            yield return BenchSection.Write(bench);
        }

        yield return DataSection.Write(report.Data);
    }

    private static XElement Link(XElement section) =>
        new("a", new XAttribute("href", $"#{section.Attribute("id")!.Value}"), section.Element("h2")!.Value);
}
