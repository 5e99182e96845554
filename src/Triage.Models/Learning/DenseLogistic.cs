using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>Weights of a logistic regression, in the units of the values it was fitted on.</summary>
internal sealed record DenseWeights(double[] Weights, double Bias);

/// <summary>Logistic regression on a few numbers of different size: each is brought to mean 0 and spread 1 for the fit.</summary>
internal static class DenseLogistic
{
    // From cross-validation over writing hands, flat from 0.03 to 1.
    private const double Freedom = 0.1;

    public static DenseWeights Fit(IReadOnlyList<double[]> values, IReadOnlyList<bool> truth, int seed)
    {
        var size = values[0].Length;
        var means = Column(size, f => values.Average(v => v[f]));
        var deviations = Column(size, f => Math.Sqrt(values.Average(v => (v[f] - means[f]) * (v[f] - means[f]))));
        var indices = Enumerable.Range(0, size).ToArray();
        var scaled = values.Select(v => new SparseVector(
            indices, [.. v.Select((x, f) => deviations[f] > 0 ? (float)((x - means[f]) / deviations[f]) : 0)])).ToArray();
        var exact = LinearTrainer.Train(scaled, [.. truth.Select(t => t ? 1 : 0)], 2, size, Freedom, seed);
        var weights = Column(size, f => deviations[f] > 0 ? (exact.Values[2 * f + 1] - exact.Values[2 * f]) / deviations[f] : 0);
        return new DenseWeights(weights, exact.Biases[1] - exact.Biases[0] - weights.Zip(means, (w, m) => w * m).Sum());
    }

    private static double[] Column(int size, Func<int, double> value) => [.. Enumerable.Range(0, size).Select(value)];
}
