using System.Diagnostics;
using Triage.Evaluation.Benching;
using Triage.Evaluation.Data;
using Triage.Evaluation.Drafting;
using Triage.Evaluation.Reporting.Figures;
using Triage.Evaluation.Triaging;
using Triage.Models.Triaging;
using TownHints = Triage.Models.Learning.TownHints;

namespace Triage.Evaluation.Reporting;

/// <summary>What a report is made of. <see cref="Bench"/>: zero leaves the benchmark out.</summary>
internal sealed record ReportOptions(string Data, string Router, DateOnly Day, TimeSpan Bench)
{
    public bool LearningCurve { get; init; }

    public bool Ablation { get; init; }

    public int Seed { get; init; } = 1;
}

/// <summary>Takes every measure on the golden set, one after the other.</summary>
internal sealed class ReportRun(ReportOptions options, Action<string> say)
{
    private readonly List<string> missing = [];

    /// <exception cref="InvalidDataException">Data cannot be read, or the golden set is empty.</exception>
    public async Task<EvaluationReport> RunAsync(CancellationToken cancellation)
    {
        var golden = await GoldenInquiry.ReadAsync(Path.Combine(options.Data, DataSet.Golden), cancellation);
        var (routing, answering) = await AtTheDeskAsync(golden, cancellation);
        var pseudonyms = PseudonymFigures.Of([.. golden.Select(g => g.Labels)]);
        say("Counting and checking the data …");
        var data = await DataSet.ReadAsync(options.Data, cancellation);
        var bench = options.Bench > TimeSpan.Zero
            ? await Benchmark.RunAsync(options.Data, options.Router, options.Bench, measureStart: true, cancellation)
            : null;
        var (curve, ablation) = await TrialsAsync(golden, cancellation);
        return new EvaluationReport(options.Day, routing, answering?.Retrieval, answering?.Drafts, answering?.NoSource, pseudonyms, data, bench, curve, ablation, missing);
    }

    private async Task<(RoutingFigures?, AnsweringFigures?)> AtTheDeskAsync(
        List<GoldenInquiry> golden, CancellationToken cancellation)
    {
        say("Reading models and knowledge …");
        using var desk = await DraftingDesk.OpenAsync(options.Data, options.Router, withModel: false, cached: false, cancellation);
        var routing = await RoutingAsync(desk.Classifier, golden, cancellation);
        return (routing, await AnswersAsync(desk, golden, cancellation));
    }

    private async Task<RoutingFigures?> RoutingAsync(InquiryClassifier? classifier, List<GoldenInquiry> golden, CancellationToken cancellation)
    {
        if (classifier is null)
        {
            missing.Add("There is no router (data/models/router): routing was not measured, and searches got no topic.");
            return null;
        }

        say($"Judging {golden.Count} golden inquiries …");
        var judged = await JudgedInquiry.JudgeAsync(classifier, golden, cancellation);
        return RoutingFigures.Of(InquiryClassifier.ReadManifest(options.Router).Rows, judged);
    }

    private async Task<AnsweringFigures?> AnswersAsync(DraftingDesk desk, List<GoldenInquiry> golden, CancellationToken cancellation)
    {
        var file = Path.Combine(options.Data, "golden", "answers.jsonl");
        if (!File.Exists(file))
        {
            missing.Add("There are no golden answers (data/golden/answers.jsonl): retrieval and drafts were not measured.");
            return null;
        }

        var answers = await JsonLines.ReadAsync<GoldenAnswer>(file, cancellation);
        var works = await WorkAsync(desk, golden, cancellation);
        return AnsweringFigures.Of(
            [.. answers.Select(a => works.TryGetValue(a.Id, out var work) ? new AnsweredInquiry(a, work.Work, work.Milliseconds)
                : throw new InvalidDataException($"{file}: '{a.Id}' is no golden inquiry."))],
            [.. golden.Select(g => new Answerability(g.Labels.Answerable, works[g.Labels.Id].Work))]);
    }

    private async Task<Dictionary<string, (DeskWork Work, double Milliseconds)>> WorkAsync(
        DraftingDesk desk, List<GoldenInquiry> golden, CancellationToken cancellation)
    {
        say($"Answering {golden.Count} golden inquiries …");
        var works = new Dictionary<string, (DeskWork, double)>();
        foreach (var inquiry in golden)
        {
            var start = Stopwatch.GetTimestamp();
            var work = await desk.WorkAsync(inquiry.Inquiry, cancellation);
            works[inquiry.Labels.Id] = (work, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return works;
    }

    private async Task<(List<TrialFigures>?, List<TrialFigures>?)> TrialsAsync(List<GoldenInquiry> golden, CancellationToken cancellation)
    {
        if (!options.LearningCurve && !options.Ablation)
        {
            return (null, null);
        }

        using var embedder = Embedding.Find(options.Data);
        var train = await InquiryRows.ReadAsync(Path.Combine(options.Data, DataSet.Training), cancellation);
        var trials = new TrainingTrials(train, golden, Embedding.Cached(embedder, options.Data), TownHints.Read(options.Data), options.Seed);
        say($"Training on parts of {train.Length} inquiries …");
        return (
            options.LearningCurve ? await trials.LearningCurveAsync(cancellation) : null,
            options.Ablation ? await trials.AblationAsync(cancellation) : null);
    }
}
