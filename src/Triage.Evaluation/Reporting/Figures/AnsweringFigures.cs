using Triage.Evaluation.Benching;
using Triage.Evaluation.Drafting;
using Triage.Evaluation.Triaging;
using Triage.Models.Drafting.Reading;

namespace Triage.Evaluation.Reporting.Figures;

/// <summary>What is found and drafted for the golden inquiries.</summary>
internal sealed record AnsweringFigures(RetrievalFigures Retrieval, DraftFigures Drafts, NoSourceFigures NoSource)
{
    public static AnsweringFigures Of(IReadOnlyList<AnsweredInquiry> answered, IReadOnlyList<Answerability> all) => new(
        RetrievalFigures.Of(answered), DraftFigures.Of(answered),
        new NoSourceFigures(NoSourceShares.Of(all), NoSourceShares.Of([.. answered.Select(a => new Answerability(a.Answer.Answerable, a.Work))])));
}

/// <summary>A golden answer and what the program found and drafted for its inquiry.</summary>
internal sealed record AnsweredInquiry(GoldenAnswer Answer, DeskWork Work, double Milliseconds);

/// <summary>
/// Whether the right articles are found. <see cref="NoSourceRight"/> and <see cref="Lost"/>: how often the search alone says that
/// there is none, of what the knowledge cannot, and can, answer.
/// </summary>
internal sealed record RetrievalFigures(
    int Answerable, int Unanswerable, Rate? AmongFirstFive, Rate? First, double MeanReciprocalRank, Rate? NoSourceRight, Rate? Lost, IReadOnlyList<string> NotFound)
{
    private const int Five = 5;

    public static RetrievalFigures Of(IReadOnlyList<AnsweredInquiry> rows)
    {
        var answerable = rows.Where(r => r.Answer.Answerable).ToArray();
        var others = rows.Where(r => !r.Answer.Answerable).ToArray();
        return new RetrievalFigures(
            answerable.Length, others.Length, Rates.Of(answerable, r => Rank(r) is <= Five), Rates.Of(answerable, r => Rank(r) == 1),
            answerable.Select(r => Rank(r) is { } rank ? 1.0 / rank : 0).DefaultIfEmpty().Average(),
            Rates.Of(others, r => r.Work.Found.NoSource), Rates.Of(answerable, r => r.Work.Found.NoSource),
            [.. answerable.Where(r => Rank(r) is not <= Five).Select(r => r.Answer.Id)]);
    }

    // From 1; null when no passage of an answering article was found.
    private static int? Rank(AnsweredInquiry row)
    {
        var passages = row.Work.Found.Passages;
        var before = passages.TakeWhile(p => !row.Answer.Articles.Contains(p.Passage.ArticleId)).Count();
        return before < passages.Count ? before + 1 : null;
    }
}

/// <summary>Whether drafts for answerable inquiries say what a right answer must, and nothing that would be wrong. Right: both.</summary>
internal sealed record DraftFigures(
    int Answerable,
    int Drafted,
    Rate? Right,
    Rate? Facts,
    Rate? Wrong,
    double MedianLix,
    double MedianMs,
    double P99Ms,
    IReadOnlyList<string> NotRight)
{
    public static DraftFigures Of(IReadOnlyList<AnsweredInquiry> rows)
    {
        var answerable = rows.Where(r => r.Answer.Answerable).ToArray();
        var drafted = answerable.Where(r => Text(r).Length > 0).ToArray();
        var times = answerable.Select(r => r.Milliseconds).Order().ToArray();
        return new DraftFigures(
            answerable.Length, drafted.Length, Rates.Of(answerable, IsRight),
            Rates.Of(answerable.Sum(r => r.Answer.FactsIn(Text(r))), answerable.Sum(r => r.Answer.Must.Count)),
            Rates.Of(answerable, r => r.Answer.IsWrongIn(Text(r))),
            StepCost.Quantile([.. drafted.Select(r => ReadabilityMeter.Measure(Text(r)).Lix).Order()], 0.5),
            StepCost.Quantile(times, 0.5), StepCost.Quantile(times, 0.99),
            [.. answerable.Where(r => !IsRight(r)).Select(r => r.Answer.Id)]);
    }

    private static string Text(AnsweredInquiry row) => row.Work.Result?.Draft.Text ?? "";

    private static bool IsRight(AnsweredInquiry row) => row.Answer.IsRightIn(Text(row));
}
