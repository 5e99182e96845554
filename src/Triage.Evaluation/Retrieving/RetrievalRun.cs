using System.Diagnostics;
using Triage.Models.Retrieving;

namespace Triage.Evaluation.Retrieving;

/// <summary>Asks the index that the service uses every question, and measures answers, time and memory.</summary>
internal sealed class RetrievalRun(KnowledgeIndex index, int top)
{
    // Long documents have a hundred passages; ten different documents must still be among those returned.
    private const int PassagesAsked = 1000;

    public async Task<(List<RankedRow> Rows, RetrievalReport Report)> RunAsync(
        IReadOnlyList<DocumentRow> documents, IReadOnlyList<QuestionRow> questions, string mode, CancellationToken cancellation)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var building = Stopwatch.StartNew();
        await index.BuildAsync([.. documents.Select(d => d.ToArticle())], null, cancellation);
        building.Stop();
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        await index.SearchAsync(new KnowledgeQuery("Warmlaufen", Top: PassagesAsked), cancellation);
        var rows = new List<RankedRow>(questions.Count);
        var times = new List<double>(questions.Count);
        foreach (var question in questions)
        {
            var asking = Stopwatch.StartNew();
            var result = await index.SearchAsync(new KnowledgeQuery(question.Question, Top: PassagesAsked), cancellation);
            times.Add(asking.Elapsed.TotalMilliseconds);
            rows.Add(new RankedRow(question.Question, Documents(result), result.NoSource));
        }

        var metrics = RetrievalMetrics.Of(rows.Zip(questions, (row, q) => ((IReadOnlyList<string>)[.. row.Ranked.Select(r => r.Id)], q.Relevant)));
        return (rows, new RetrievalReport(
            mode,
            documents.Count,
            index.Passages.Count,
            questions.Count,
            metrics,
            rows.Count == 0 ? 0 : rows.Count(r => r.NoSource) / (double)rows.Count,
            times.DefaultIfEmpty().Average(),
            times.Order().ElementAtOrDefault((int)(times.Count * 0.95)),
            building.Elapsed.TotalMilliseconds,
            memory / 1e6));
    }

    // A document is as good as its best passage.
    private List<RankedId> Documents(RetrievalResult result) =>
        [.. result.Passages.DistinctBy(p => p.Passage.ArticleId).Take(top).Select(p => new RankedId(p.Passage.ArticleId, p.Score))];
}
