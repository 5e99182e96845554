using Triage.Evaluation.Drafting;
using Triage.Models.Retrieving;

namespace Triage.Evaluation.Data;

/// <summary>The rules of data/inquiries/answers.jsonl.</summary>
internal static class AnswerChecks
{
    public const string File = "inquiries/answers.jsonl";

    private const int MostSections = 4;

    public static IEnumerable<DataProblem> Check(IReadOnlyList<AnswerLabel> labels, IReadOnlySet<string> inquiries, IReadOnlyList<KnowledgeArticle> articles)
    {
        var headings = articles.ToDictionary(a => a.Id, Headings);
        return labels.CountBy(l => l.Id).Where(c => c.Value > 1).Select(c => new DataProblem(File, $"{c.Key} stands {c.Value} times"))
            .Concat(labels.SelectMany(l => Check(l, inquiries, headings).Select(what => new DataProblem($"{File}, {l.Id}", what))));
    }

    private static IEnumerable<string> Check(AnswerLabel label, IReadOnlySet<string> inquiries, Dictionary<string, HashSet<string>> headings)
    {
        if (!inquiries.Contains(label.Id))
        {
            yield return "no such inquiry";
        }

        if (label.Answer is not ("full" or "part" or "none"))
        {
            yield return $"'{label.Answer}' is none of full, part, none";
        }

        if (label.Sections.Count > MostSections || (label.Answer != "none" && label.Sections.Count == 0))
        {
            yield return $"{label.Sections.Count} sections";
        }

        foreach (var section in label.Sections.Where(s => headings.GetValueOrDefault(s.Article)?.Contains(s.Heading) != true))
        {
            yield return $"'{section.Article}' has no heading '{section.Heading}'";
        }
    }

    private static HashSet<string> Headings(KnowledgeArticle article) =>
        [string.Empty, .. article.Markdown.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.Trim('#', ' ', '\r'))];
}
