using Triage.Evaluation.Reporting.Figures;

namespace Triage.Evaluation.Drafting;

/// <summary>
/// How drafts of some golden rows compare with their answers. Right: all required facts and none that would be wrong.
/// <see cref="Lost"/>: the share of answerable rows said to have no source, or left without a draft. <see cref="Caught"/>: the
/// unanswerable ones said so.
/// </summary>
internal sealed record GoldenPart(
    string Name, int Answerable, double Right, double Facts, double Wrong, int MedianWords, int NinetiethWords, double Lost, int Unanswerable, int Caught)
{
    public static GoldenPart Of(string name, IReadOnlyList<(GoldenAnswer Answer, AnswerRow Row)> rows)
    {
        var answerable = rows.Where(r => r.Answer.Answerable).ToList();
        var others = rows.Where(r => !r.Answer.Answerable).ToList();
        var words = answerable.Select(r => Words(r.Row.Draft)).Where(w => w > 0).Order().ToList();
        return new GoldenPart(
            name, answerable.Count, Share(answerable, r => r.Answer.IsRightIn(r.Row.Draft)),
            answerable.Select(r => (double)r.Answer.FactsIn(r.Row.Draft) / r.Answer.Must.Count).DefaultIfEmpty().Average(),
            Share(answerable, r => r.Answer.IsWrongIn(r.Row.Draft)), At(words, 0.5), At(words, 0.9),
            Share(answerable, r => r.Row.NoSource), others.Count, others.Count(r => r.Row.NoSource));
    }

    private static double Share<T>(List<T> rows, Func<T, bool> counts) => rows.Select(r => counts(r) ? 1.0 : 0).DefaultIfEmpty().Average();

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static int At(List<int> ordered, double share) => ordered.Count == 0 ? 0 : ordered[Math.Min((int)(share * ordered.Count), ordered.Count - 1)];
}

/// <summary>Over all golden rows that were answered, over either half of them (by the parity of their number), and by language as judged.</summary>
internal sealed record GoldenFigures(GoldenPart All, IReadOnlyList<GoldenPart> Halves, IReadOnlyList<GoldenPart> Languages)
{
    public static GoldenFigures Of(IReadOnlyList<GoldenAnswer> golden, IReadOnlyList<AnswerRow> rows)
    {
        var byId = rows.ToDictionary(r => r.Id);
        var pairs = golden.Where(g => byId.ContainsKey(g.Id)).Select(g => (Answer: g, Row: byId[g.Id])).ToList();
        return new GoldenFigures(
            GoldenPart.Of("all", pairs),
            [.. pairs.GroupBy(p => (p.Answer.Id[^1] - '0') % 2).OrderBy(g => g.Key).Select(g => GoldenPart.Of(g.Key == 0 ? "even numbers" : "odd numbers", [.. g]))],
            [.. pairs.GroupBy(p => p.Row.Language).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => GoldenPart.Of(g.Key, [.. g]))]);
    }
}
