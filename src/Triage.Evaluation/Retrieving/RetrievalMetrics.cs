namespace Triage.Evaluation.Retrieving;

/// <summary>
/// Means over the questions that name what is relevant. Recall is the share of a question's relevant documents among the
/// first k; MRR and nDCG (binary gain) look at the first ten.
/// </summary>
internal sealed record RetrievalMetrics(int Judged, double RecallAt1, double RecallAt5, double RecallAt10, double MrrAt10, double NdcgAt10)
{
    private const int Depth = 10;

    /// <summary>Null when no question is judged.</summary>
    public static RetrievalMetrics? Of(IEnumerable<(IReadOnlyList<string> Ranked, IReadOnlyList<string>? Relevant)> questions)
    {
        var judged = questions
            .Where(q => q.Relevant is { Count: > 0 })
            .Select(q => (q.Ranked, Relevant: q.Relevant!.ToHashSet()))
            .ToArray();
        return judged.Length == 0 ? null : new RetrievalMetrics(
            judged.Length,
            judged.Average(q => Recall(q.Ranked, q.Relevant, 1)),
            judged.Average(q => Recall(q.Ranked, q.Relevant, 5)),
            judged.Average(q => Recall(q.Ranked, q.Relevant, 10)),
            judged.Average(q => ReciprocalRank(q.Ranked, q.Relevant)),
            judged.Average(q => Ndcg(q.Ranked, q.Relevant)));
    }

    private static double Recall(IReadOnlyList<string> ranked, HashSet<string> relevant, int depth) =>
        ranked.Take(depth).Count(relevant.Contains) / (double)relevant.Count;

    private static double ReciprocalRank(IReadOnlyList<string> ranked, HashSet<string> relevant)
    {
        var first = ranked.Take(Depth).TakeWhile(id => !relevant.Contains(id)).Count();
        return first < Math.Min(Depth, ranked.Count) ? 1.0 / (first + 1) : 0;
    }

    private static double Ndcg(IReadOnlyList<string> ranked, HashSet<string> relevant)
    {
        var gain = ranked.Take(Depth).Select((id, rank) => relevant.Contains(id) ? Discount(rank) : 0).Sum();
        return gain / Enumerable.Range(0, Math.Min(Depth, relevant.Count)).Sum(Discount);
    }

    private static double Discount(int rank) => 1 / Math.Log2(rank + 2);
}
