using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>What is known of one row: the detector's held-out scores (no, yes), the signs measured, and the truth, if it is known.</summary>
internal sealed record Testimony(double[] Scores, double[] Measured, bool? True);

/// <summary>A second opinion, and for each row the probability that opinions fitted without it give.</summary>
internal sealed record FittedOpinion(SecondOpinion Opinion, double[] HeldOut);

/// <summary>Learns what a detector's score and named signs are worth beside each other.</summary>
internal static class SecondOpinionTrainer
{
    private const int Parts = 5;

    // From cross-validation over writing hands, flat from 0.03 to 1.
    private const double Freedom = 0.1;

    public static FittedOpinion Fit(IReadOnlyList<Testimony> rows, Signs signs, int seed)
    {
        var heldOut = new double[rows.Count];
        for (var part = 0; part < Parts; part++)
        {
            var opinion = FitOn([.. rows.Where((_, i) => i % Parts != part)], signs, seed);
            for (var i = part; i < rows.Count; i += Parts)
            {
                heldOut[i] = opinion.Probability(rows[i].Scores, rows[i].Measured, signs);
            }
        }

        return new FittedOpinion(FitOn(rows, signs, seed), heldOut);
    }

    private static SecondOpinion FitOn(IReadOnlyList<Testimony> rows, Signs signs, int seed)
    {
        var known = rows.Where(r => r.True is not null).ToArray();
        var values = Array.ConvertAll(known, r => (double[])[r.Scores[1] - r.Scores[0], .. r.Measured]);
        var size = values[0].Length;
        var means = Column(size, f => values.Average(v => v[f]));
        var deviations = Column(size, f => Math.Sqrt(values.Average(v => (v[f] - means[f]) * (v[f] - means[f]))));
        var indices = Enumerable.Range(0, size).ToArray();
        var scaled = values.Select(v => new SparseVector(
            indices, [.. v.Select((x, f) => deviations[f] > 0 ? (float)((x - means[f]) / deviations[f]) : 0)])).ToArray();
        var exact = LinearTrainer.Train(scaled, Array.ConvertAll(known, r => r.True == true ? 1 : 0), 2, size, Freedom, seed);
        var weights = Column(size, f => deviations[f] > 0 ? (exact.Values[2 * f + 1] - exact.Values[2 * f]) / deviations[f] : 0);
        var bias = exact.Biases[1] - exact.Biases[0] - weights.Zip(means, (w, m) => w * m).Sum();
        return new SecondOpinion(
            weights[0], signs.Names.Select((n, i) => (Name: n, Weight: weights[i + 1])).ToDictionary(w => w.Name, w => w.Weight), weights[^1], bias);
    }

    private static double[] Column(int size, Func<int, double> value) => [.. Enumerable.Range(0, size).Select(value)];
}
