namespace Triage.Models.Triaging;

/// <summary>
/// Says how likely each label is: softmax of linear scores over a temperature, fitted on held-out folds so that the
/// probabilities hold (Guo et al. 2017).
/// </summary>
internal sealed record LabelModel(string[] Labels, LinearModel Linear, double Temperature)
{
    public int Index(string label) => Array.IndexOf(Labels, label);

    /// <summary>Scores before temperature and softmax.</summary>
    public double[] Scores(TextFeatures text)
    {
        var scores = Linear.Scores(text.NGrams);
        if (text.Embedding is { } embedding)
        {
            Linear.Add(scores, Linear.Features - embedding.Length, embedding);
        }

        return scores;
    }

    public double[] Probabilities(TextFeatures text) => Softmax.Of(Scores(text), Temperature);
}
