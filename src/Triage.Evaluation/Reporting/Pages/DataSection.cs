using System.Xml.Linq;
using Triage.Evaluation.Data;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>What the figures were taken on.</summary>
internal static class DataSection
{
    private const int ProblemsShown = 20;

    public static XElement Write(DataSet set) => Html.Section("data", "Data",
        Html.Paragraph($"{set.Articles} articles, {set.Statutes} statutes, {set.Mails} mails, {set.TextBlocks} text blocks. All of it is written for this project."),
        Html.Table("Inquiries", ["figure", .. set.Inquiries.Keys],
        [
            Row(set, "rows", f => Shown.Count(f.Rows)),
            Row(set, "authors", f => Shown.Count(f.Authors)),
            Row(set, "words: shortest, median, longest", f => $"{f.ShortestWords}, {f.MedianWords}, {f.LongestWords}"),
            Row(set, "with a second topic", f => Shown.Percent(f.Also)),
            Row(set, "urgent", f => Shown.Percent(f.Urgent)),
            Row(set, "answerable", f => Shown.Percent(f.Answerable)),
            Row(set, "with personal data", f => Shown.Percent(f.WithPersonalData)),
            Row(set, "topics, fewest rows of one", f => $"{f.Topics.Count}, {f.FewestPerTopic}"),
            Row(set, "languages", f => Counts(f.Languages)),
            Row(set, "kinds", f => Counts(f.Kinds)),
            Row(set, "near-duplicates", f => Shown.Count(f.NearDuplicates)),
        ]),
        set.Problems.Count == 0
            ? Html.Paragraph("The checks of the data found nothing wrong.")
            : Html.Table($"{set.Problems.Count} places that break a rule", ["where", "what"], set.Problems.Take(ProblemsShown).Select(p => (IReadOnlyList<string>)[p.Where, p.What])));

    private static IReadOnlyList<string> Row(DataSet set, string name, Func<InquiryFigures, string> value) => [name, .. set.Inquiries.Values.Select(value)];

    private static string Counts(IReadOnlyDictionary<string, int> counts) => string.Join(", ", counts.OrderByDescending(c => c.Value).Select(c => $"{c.Key} {c.Value}"));
}
