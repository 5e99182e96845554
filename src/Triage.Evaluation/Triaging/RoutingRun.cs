using System.Diagnostics;
using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Triaging;

/// <summary>Trains on some rows and judges others one by one, as the service does.</summary>
/// <param name="field">The label that is learned and judged.</param>
/// <param name="options">Seed and features.</param>
/// <param name="learning">The embedder for training, usually with a cache.</param>
/// <param name="judging">The same without a cache: judging is timed.</param>
internal sealed class RoutingRun(string field, TrainingOptions options, ITextEmbedder? learning, ITextEmbedder? judging)
{
    private static readonly string[] RouterFields = ["department", "topic", "kind"];

    public List<Prediction> Predictions { get; } = [];

    public List<double> Microseconds { get; } = [];

    public async Task RunAsync(IReadOnlyList<InquiryRow> train, IReadOnlyList<InquiryRow> test, CancellationToken cancellation)
    {
        var complete = RouterFields.Contains(field) && train.All(r => r.Field("department") is not null);
        TrainingExample[] examples = [.. train.Select(r => complete ? r.Complete() : r.Labelled(field))];
        var trained = await ClassifierTrainer.TrainAsync(
            examples, complete ? options with { Hints = TownHints.Read() } : options, learning, cancellation);
        var classifier = trained.Classifier(judging);
        foreach (var row in test)
        {
            var start = Stopwatch.GetTimestamp();
            var said = await classifier.ClassifyAsync(row.Inquiry, cancellation);
            Microseconds.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            Predictions.Add(Prediction.Of(row.Id, Label(row), said, field));
        }
    }

    /// <summary>Every row is judged by a router trained on the other folds; rows with the same group are in one fold.</summary>
    public async Task CrossValidateAsync(IReadOnlyList<InquiryRow> rows, string? groupField, int folds, CancellationToken cancellation)
    {
        var examples = rows.Select((r, i) => new TrainingExample(r.Inquiry, "") { Group = groupField is null ? $"{i}" : r.Field(groupField) }).ToArray();
        var fold = Folds.Assign(examples, options with { Folds = folds });
        for (var f = 0; f < folds; f++)
        {
            var test = rows.Where((_, i) => fold[i] == f).ToArray();
            if (test.Length > 0)
            {
                await RunAsync([.. rows.Where((_, i) => fold[i] != f)], test, cancellation);
            }
        }
    }

    private string Label(InquiryRow row) =>
        row.Field(field) ?? (field == "topic" ? "" : throw new InvalidDataException($"Row '{row.Id}' has no field '{field}'."));
}
