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
        var fitted = DenseLogistic.Fit(values, Array.ConvertAll(known, r => r.True == true), seed);
        return new SecondOpinion(
            fitted.Weights[0],
            signs.Names.Select((n, i) => (Name: n, Weight: fitted.Weights[i + 1])).ToDictionary(w => w.Name, w => w.Weight),
            fitted.Weights[^1],
            fitted.Bias);
    }
}
