using System.Xml.Linq;
using Triage.Evaluation.Triaging;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>Which label is taken for which: true ones down, suggested ones across, shaded by their share of the row.</summary>
internal static class ConfusionTable
{
    private const string Caption = "Confusion of offices (true office down, suggested office across)";

    public static XElement Write(RoutingReport report)
    {
        string[] labels = [.. report.Classes.Select(c => c.Label)];
        var counts = report.Confusion.ToDictionary(c => (c.Label, c.Predicted), c => c.Rows);
        return new XElement("div",
            new XAttribute("class", "scroll"), new XAttribute("tabindex", "0"), new XAttribute("role", "region"), new XAttribute("aria-label", Caption),
            new XElement("table", new XAttribute("class", "confusion"),
                new XElement("caption", Caption),
                new XElement("thead", new XElement("tr", new XElement("th", ""), labels.Select(l => Head(l, "col")))),
                new XElement("tbody", labels.Select(row => Row(row, labels, counts)))));
    }

    private static XElement Row(string row, string[] labels, Dictionary<(string, string), int> counts)
    {
        var all = Math.Max(1, labels.Sum(l => counts.GetValueOrDefault((row, l))));
        return new XElement("tr", Head(row, "row"), labels.Select(l => Cell(counts.GetValueOrDefault((row, l)), all, row == l)));
    }

    private static XElement Head(string label, string scope) =>
        new("th", new XAttribute("scope", scope), new XElement("span", RoutingSection.Name(label)));

    private static XElement Cell(int rows, int all, bool right) => rows == 0
        ? new XElement("td", "")
        : new XElement("td",
            new XAttribute("style", $"background:color-mix(in srgb, var(--{(right ? "good" : "bad")}) {Shown.Place(10 + (50.0 * rows / all))}%, transparent)"),
            Shown.Count(rows));
}
