using System.Diagnostics;
using Spectre.Console;
using Triage.Evaluation.Triaging;
using Triage.Models.Drafting;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Benching;

/// <summary>What <c>bench --passages</c> writes. Times are in milliseconds, quantiles are nearest ranks.</summary>
/// <param name="Passages">Passages searched.</param>
/// <param name="IndexFromNothingMs">Splitting and embedding all of them.</param>
/// <param name="ForwardPassesMs">The embedding model's own part of that; 0 without one.</param>
/// <param name="IndexFromCacheMs">The same index when every vector is cached.</param>
/// <param name="Questions">Questions of golden inquiries asked one by one, each embedded too.</param>
/// <param name="QuestionMedianMs">The middle one.</param>
/// <param name="QuestionP95Ms">Nineteen of twenty take no longer.</param>
/// <param name="WorkingSetMegabytes">Memory of the process after that, in 10⁶ bytes.</param>
internal sealed record ScaleReport(
    int Passages,
    double IndexFromNothingMs,
    double ForwardPassesMs,
    double IndexFromCacheMs,
    int Questions,
    double QuestionMedianMs,
    double QuestionP95Ms,
    double WorkingSetMegabytes);

/// <summary>Measures index and search with as many passages as a large city has.</summary>
internal static class ScaleBenchmark
{
    private const int Seed = 1;
    private const int WarmUp = 20;

    /// <param name="data">The folder <c>data/</c>.</param>
    /// <param name="passages">How many passages at least.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ScaleReport> RunAsync(string data, int passages, CancellationToken cancellation)
    {
        var cache = Directory.CreateTempSubdirectory("triage-bench-").FullName;
        try
        {
            using var embedder = Embedding.Find(data);
            var model = embedder is null ? null : new TimedEmbedder(embedder);
            var articles = KnowledgeLoader.Load(Path.Combine(data, "knowledge"), TownFacts.Load(Path.Combine(data, "municipality"))).Articles;
            var many = ManyArticles.Make(articles, passages, PassageSplitter.For(embedder), Seed);
            AnsiConsole.WriteLine($"Building an index of {passages} passages from nothing …");
            var fromNothing = await BuildOnceAsync(model, cache, many, cancellation);
            using var index = new KnowledgeIndex(embedder, cache);
            var fromCache = await BuildAsync(index, many, cancellation);
            var times = await AskAsync(index, await QuestionsAsync(data, cancellation), cancellation);
            return new ScaleReport(
                index.Passages.Count, fromNothing, model?.Spent.TotalMilliseconds ?? 0, fromCache,
                times.Length, StepCost.Quantile(times, 0.5), StepCost.Quantile(times, 0.95), WorkingSet());
        }
        finally
        {
            Directory.Delete(cache, recursive: true);
        }
    }

    // On its own, so that nothing of it is kept.
    private static async Task<double> BuildOnceAsync(
        ITextEmbedder? model, string cache, IReadOnlyList<KnowledgeArticle> articles, CancellationToken cancellation)
    {
        using var index = new KnowledgeIndex(model, cache);
        return await BuildAsync(index, articles, cancellation);
    }

    private static double WorkingSet()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Environment.WorkingSet / 1e6;
    }

    private static async Task<double> BuildAsync(KnowledgeIndex index, IReadOnlyList<KnowledgeArticle> articles, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        await index.BuildAsync(articles, null, cancellation);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<FoundQuestion[]> QuestionsAsync(string data, CancellationToken cancellation)
    {
        var rows = await InquiryRows.ReadAsync(Path.Combine(data, "golden", "routing.jsonl"), cancellation);
        return [.. rows.SelectMany(r => QuestionFinder.Find(r.Inquiry))];
    }

    // Sorted, in milliseconds; the first ones only warm up.
    private static async Task<double[]> AskAsync(KnowledgeIndex index, FoundQuestion[] questions, CancellationToken cancellation)
    {
        var times = new List<double>();
        foreach (var question in questions.Take(WarmUp).Concat(questions))
        {
            var start = Stopwatch.GetTimestamp();
            await index.SearchAsync(new KnowledgeQuery(question.Text), cancellation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return [.. times.Skip(Math.Min(WarmUp, questions.Length)).Order()];
    }
}
