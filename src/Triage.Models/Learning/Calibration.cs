using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>Numbers fitted on held-out scores.</summary>
internal static class Calibration
{
    /// <summary>The temperature with the best likelihood of the true labels (Guo et al. 2017), between 0.05 and 20.</summary>
    public static double Temperature(IReadOnlyList<double[]> scores, IReadOnlyList<int> labels) =>
        scores.Count == 0 ? 1 : Math.Exp(Lowest(Math.Log(0.05), Math.Log(20), t => Loss(scores, labels, Math.Exp(t))));

    /// <summary>
    /// The threshold of a detector that must miss little: the highest one that finds <paramref name="recall"/> of the true
    /// ones, unless <paramref name="precision"/> fails there; then the one that finds most while it holds.
    /// </summary>
    /// <param name="heldOut">Predictions on rows that the predicting model had not seen.</param>
    /// <param name="recall">Share of the true ones to find, 0 to 1.</param>
    /// <param name="precision">Share that must be true of those found, 0 to 1, where the true ones are <paramref name="prevalence"/> of all.</param>
    /// <param name="prevalence">Share of the true ones where the detector will work, 0 to 1; null: as in the rows.</param>
    public static double Threshold(
        IReadOnlyList<(double Probability, bool True)> heldOut, double recall, double precision, double? prevalence = null)
    {
        var sorted = heldOut.OrderByDescending(h => h.Probability).ToArray();
        var all = sorted.Count(h => h.True);
        var weight = prevalence is { } share && all < sorted.Length ? (1 - share) / share * all / (sorted.Length - all) : 1;
        var (found, wrong) = (0, 0);
        var best = 0.5;
        for (var i = 0; i < sorted.Length && all > 0; i++)
        {
            found += sorted[i].True ? 1 : 0;
            wrong += sorted[i].True ? 0 : 1;
            if (sorted[i].True && found >= precision * (found + (wrong * weight)))
            {
                best = i + 1 < sorted.Length ? (sorted[i].Probability + sorted[i + 1].Probability) / 2 : sorted[i].Probability;
                if (found >= recall * all)
                {
                    break;
                }
            }
        }

        return best;
    }

    private static double Loss(IReadOnlyList<double[]> scores, IReadOnlyList<int> labels, double temperature)
    {
        var loss = 0.0;
        for (var i = 0; i < scores.Count; i++)
        {
            loss -= Math.Log(Math.Max(Softmax.Of(scores[i], temperature)[labels[i]], 1e-12));
        }

        return loss;
    }

    // Golden-section search: the loss has one valley.
    private static double Lowest(double low, double high, Func<double, double> loss)
    {
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (a, b) = (high - ratio * (high - low), low + ratio * (high - low));
        var (lossA, lossB) = (loss(a), loss(b));
        while (high - low > 0.002)
        {
            if (lossA < lossB)
            {
                (high, b, lossB) = (b, a, lossA);
                a = high - ratio * (high - low);
                lossA = loss(a);
            }
            else
            {
                (low, a, lossA) = (a, b, lossB);
                b = low + ratio * (high - low);
                lossB = loss(b);
            }
        }

        return (low + high) / 2;
    }
}
