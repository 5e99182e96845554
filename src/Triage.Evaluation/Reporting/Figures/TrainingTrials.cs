using Triage.Evaluation.Triaging;
using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Reporting.Figures;

/// <summary>How a router trained for the report alone judges the golden inquiries.</summary>
internal sealed record TrialFigures(string Name, int Rows, Rate? Department, Rate? Topic, Rate? TopicTopThree, Rate? Kind);

/// <summary>Trains routers on parts of the data or with parts of the features, to show what each brings.</summary>
/// <param name="train">All rows to learn from.</param>
/// <param name="golden">Rows to judge.</param>
/// <param name="embedder">With a cache: the same texts are embedded again and again. Null: n-grams alone.</param>
/// <param name="hints">What the town says about its topics, learned from beside the rows.</param>
/// <param name="seed">Of training, and of the order in which rows are added.</param>
internal sealed class TrainingTrials(
    IReadOnlyList<InquiryRow> train, IReadOnlyList<GoldenInquiry> golden, ITextEmbedder? embedder, IReadOnlyList<TrainingExample> hints, int seed)
{
    private const int Parts = 5;

    // Fewer rows may lack a second office, and say nothing; all of them are always tried.
    private const int FewestRows = 100;

    // Folds decide thresholds and temperatures, which these figures hardly depend on.
    private TrainingOptions Options => new() { Seed = seed, Folds = 2, Hints = hints };

    /// <summary>A fifth of the rows, two fifths, and so on up to all, each set within the next; the town's own words are in all of them.</summary>
    public async Task<List<TrialFigures>> LearningCurveAsync(CancellationToken cancellation)
    {
        var rows = train.ToArray();
        new Random(seed).Shuffle(rows);
        var points = new List<TrialFigures>();
        foreach (var size in Enumerable.Range(1, Parts).Select(part => rows.Length * part / Parts).Where(s => s >= FewestRows || s == rows.Length))
        {
            points.Add(await RunAsync($"{size}", rows[..size], Options, embedder, cancellation));
        }

        return points;
    }

    /// <summary>Words alone, with runs of characters, and, where there is one, the embedding alone and everything together.</summary>
    public async Task<List<TrialFigures>> AblationAsync(CancellationToken cancellation)
    {
        var figures = new List<TrialFigures>
        {
            await RunAsync("words and pairs of words", train, Options with { CharacterRuns = false }, null, cancellation),
            await RunAsync("n-grams: words, pairs and runs of characters", train, Options, null, cancellation),
        };
        if (embedder is not null)
        {
            figures.Add(await RunAsync("embedding alone", train, Options with { NGrams = false }, embedder, cancellation));
            figures.Add(await RunAsync("n-grams and embedding", train, Options, embedder, cancellation));
        }

        return figures;
    }

    private async Task<TrialFigures> RunAsync(
        string name, IReadOnlyList<InquiryRow> rows, TrainingOptions options, ITextEmbedder? with, CancellationToken cancellation)
    {
        var trained = await ClassifierTrainer.TrainAsync([.. rows.Select(r => r.Complete())], options, with, cancellation);
        var judged = await JudgedInquiry.JudgeAsync(trained.Classifier(with), golden, cancellation);
        Rate? Right(string field) => Rates.Of(judged, j => j.Prediction(field).Right);
        return new TrialFigures(
            name, rows.Count, Right("department"), Right("topic"), RoutingFigures.Among(judged, "topic", s => s.Topics), Right("kind"));
    }
}
