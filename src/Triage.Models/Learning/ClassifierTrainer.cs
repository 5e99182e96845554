using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>
/// Trains a router: features and models of every label, and on held-out folds the temperatures, thresholds and figures
/// that tell how far it can be trusted. The same examples, options and embedder give the same router.
/// </summary>
public static class ClassifierTrainer
{
    /// <param name="examples">At least two offices among them. Labels that are null in an example are not learned from it.</param>
    /// <param name="options">Seed, folds, size.</param>
    /// <param name="embedder">Null: n-grams alone.</param>
    /// <param name="cancellation">Stops between two fits.</param>
    /// <exception cref="InvalidDataException">The examples cannot be learned from; the message says why.</exception>
    public static async Task<TrainedClassifier> TrainAsync(
        IReadOnlyList<TrainingExample> examples, TrainingOptions options, ITextEmbedder? embedder, CancellationToken cancellation)
    {
        var labels = LabelTable.From(examples);
        TrainingExample[] learned = [.. examples, .. options.Hints.Where(h => labels.Knows(h))];
        var vectors = embedder is null
            ? null
            : await embedder.EmbedAsync([.. learned.Select(e => EmbeddedPart.Of(e.Inquiry.Whole))], EmbeddingRole.Query, cancellation);
        var words = learned.Select(e => TextAnalyzer.Words(e.Inquiry.Whole)).ToArray();
        var fitting = new SetFitting(learned, labels, words, vectors, options);
        var heldOut = new HeldOutScores(examples.Count);
        var folds = Folds.Assign(examples, options);
        var all = Enumerable.Range(0, learned.Length).ToArray();
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var model = fitting.Fit([.. all.Where(i => i >= folds.Length || folds[i] != fold)], embedder?.ModelId ?? "", cancellation);
            foreach (var row in Enumerable.Range(0, folds.Length).Where(i => folds[i] == fold))
            {
                heldOut.Add(row, model, fitting.Features(row, model.Vocabulary, model.Embedding), examples[row].Inquiry.Whole);
            }
        }

        var final = fitting.Fit(all, embedder?.ModelId ?? "", cancellation);
        return Calibrate(final, heldOut, examples, options);
    }

    private static TrainedClassifier Calibrate(
        RouterModel model, HeldOutScores heldOut, IReadOnlyList<TrainingExample> examples, TrainingOptions options)
    {
        var wordsCalibration = new SetCalibration(model, examples, heldOut.WordsOnly);
        var words = wordsCalibration.Run(model.WordsOnly);
        var fullCalibration = new SetCalibration(model, examples, heldOut.WithEmbedding);
        var full = model.WithEmbedding is null ? null : fullCalibration.Run(model.WithEmbedding);
        var calibrated = model with { WordsOnly = words, WithEmbedding = full };
        var figures = new Dictionary<string, TrainingFigures>
        {
            ["ngrams"] = TrainingFigures.From(words, model, examples, heldOut.WordsOnly, wordsCalibration.Scores),
        };
        if (full is not null)
        {
            figures["ngrams+embedding"] = TrainingFigures.From(full, model, examples, heldOut.WithEmbedding, fullCalibration.Scores);
        }

        return new TrainedClassifier(calibrated, examples, options, figures);
    }
}
