using System.Xml.Linq;
using Triage.Evaluation.Reporting.Figures;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>How much personal data is masked before a text may leave the process.</summary>
internal static class PseudonymSection
{
    public static XElement Write(PseudonymFigures figures) => Html.Section("pseudonyms", "Pseudonyms",
        Html.Paragraph($"{figures.Spans} spans in {figures.Rows} golden inquiries. A value is found when every place where it stands is masked wholly. Texts that the way back does not restore exactly: {figures.NotRestored}."),
        Html.Table("Personal data found", ["type", "values", "recall"],
        [
            ["all", Shown.Count(figures.Types.Sum(t => t.Values)), Shown.Percent(figures.Recall)],
            .. figures.Types.Select(t => (IReadOnlyList<string>)[t.Type, Shown.Count(t.Values), Shown.Percent(t.Recall)]),
        ]),
        Html.Paragraph($"Precision (spans that touch a value marked as personal): {Shown.Percent(figures.Precision)}."));
}
