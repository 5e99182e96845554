using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>Trains the model of one label on n-grams and, where there is one, the embedding behind them.</summary>
internal static class LabelTrainer
{
    // From cross-validation on sets that nobody here wrote; flat between 10 and 30.
    private const double Freedom = 10;

    public static LinearModel Train(IReadOnlyList<TextFeatures> texts, int[] labels, int classes, int ngrams, int seed)
    {
        var features = ngrams + (texts[0].Embedding?.Length ?? 0);
        var exact = LinearTrainer.Train([.. texts.Select(t => t.Joined(ngrams))], labels, classes, features, Freedom, seed);
        return LinearModel.Round(exact.Values, exact.Biases);
    }
}
