using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>
/// Trains the model of one label on n-grams and, where there is one, the embedding behind them. Several classes are
/// separated each from all others; a detector of two classes is a logistic regression.
/// </summary>
internal static class LabelTrainer
{
    // From cross-validation on sets that nobody here wrote. Separators: flat from 0.2 to 0.5; against one multinomial
    // regression .780 for .769 of held-out reports to a city go to the right office, .753 for .744 of contributions on
    // cycling to their topic.
    private const double SeparatorFreedom = 0.3;

    // Flat between 10 and 30.
    private const double DetectorFreedom = 10;

    public static LinearModel Train(IReadOnlyList<TextFeatures> texts, int[] labels, int classes, int ngrams, int seed)
    {
        var features = ngrams + (texts[0].Embedding?.Length ?? 0);
        SparseVector[] rows = [.. texts.Select(t => t.Joined(ngrams))];
        var exact = classes > 2
            ? MarginTrainer.Train(rows, labels, classes, features, SeparatorFreedom, seed)
            : LinearTrainer.Train(rows, labels, classes, features, DetectorFreedom, seed);
        return LinearModel.Round(exact.Values, exact.Biases);
    }
}
