using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>
/// Trains the model of one label. With an embedding two models are fitted, one on n-grams and embedding together and one
/// on the embedding alone, and their scores are averaged: both are linear, so that the mean is one linear model again.
/// </summary>
internal static class LabelTrainer
{
    private const double NGramFreedom = 30;
    private const double EmbeddingFreedom = 1;
    private const float JoinedScale = 0.7f;

    public static LinearModel Train(IReadOnlyList<TextFeatures> texts, int[] labels, int classes, int ngrams, int seed)
    {
        var dimensions = texts[0].Embedding?.Length ?? 0;
        var rows = texts.Select(t => t.Joined(ngrams, JoinedScale)).ToArray();
        var joined = LinearTrainer.Train(rows, labels, classes, ngrams + dimensions, NGramFreedom, seed);
        if (dimensions == 0)
        {
            return LinearModel.Round(joined.Values, joined.Biases);
        }

        var places = Enumerable.Range(0, dimensions).ToArray();
        var vectors = texts.Select(t => new SparseVector(places, t.Embedding!)).ToArray();
        var alone = LinearTrainer.Train(vectors, labels, classes, dimensions, EmbeddingFreedom, seed);
        return Mean(joined, alone, ngrams * classes);
    }

    private static LinearModel Mean(ExactWeights joined, ExactWeights alone, int embeddingStart)
    {
        var weights = Array.ConvertAll(joined.Values, w => w / 2);
        for (var i = 0; i < alone.Values.Length; i++)
        {
            weights[embeddingStart + i] = weights[embeddingStart + i] * JoinedScale + alone.Values[i] / 2;
        }

        return LinearModel.Round(weights, [.. joined.Biases.Zip(alone.Biases, (a, b) => (a + b) / 2)]);
    }
}
