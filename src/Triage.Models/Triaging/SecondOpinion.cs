namespace Triage.Models.Triaging;

/// <summary>
/// A detector's score weighed against named signs, by logistic regression: a model that learned from few true cases overlooks
/// wordings that it never met.
/// </summary>
/// <param name="Model">Weight of the model's own log-odds.</param>
/// <param name="Signs">Weight of each group of signs; a group that is not here counts nothing.</param>
/// <param name="Length">Weight of the logarithm of the number of words.</param>
/// <param name="Bias">Added to the rest.</param>
internal sealed record SecondOpinion(double Model, IReadOnlyDictionary<string, double> Signs, double Length, double Bias)
{
    /// <summary>The probability, 0 to 1, for a model's two scores (no, yes) and what <see cref="Triaging.Signs.Measure"/> gave.</summary>
    public double Probability(double[] scores, double[] measured, Signs signs)
    {
        var sum = Bias + Model * (scores[1] - scores[0]) + Length * measured[^1];
        for (var i = 0; i < signs.Names.Count; i++)
        {
            sum += Signs.GetValueOrDefault(signs.Names[i]) * measured[i];
        }

        return Softmax.Logistic(sum);
    }
}
