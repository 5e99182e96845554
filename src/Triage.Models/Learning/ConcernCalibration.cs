using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>
/// Learns on held-out rows what speaks for a second topic, and from which probability on it is named: the best F1 at a
/// precision of at least 0.5, judged on rows that the weights had not seen.
/// </summary>
internal static class ConcernCalibration
{
    private const double LeastPrecision = 0.5;
    private const int Parts = 5;
    private const int Seed = 1;

    public static ConcernSettings Choose(HeldOutRow[] heldOut, IReadOnlyList<TrainingExample> examples)
    {
        var rows = Enumerable.Range(0, heldOut.Length).Where(i => examples[i].Also is not null && heldOut[i].Concerns.Count > 0).ToArray();
        if (!rows.Any(i => heldOut[i].Concerns.Any(c => examples[i].Also!.Contains(c.Topic))))
        {
            return ConcernSettings.Never;
        }

        var judged = new List<(double Probability, bool Right)>();
        for (var part = 0; part < Parts; part++)
        {
            var settings = Fit([.. rows.Where(i => i % Parts != part)], heldOut, examples);
            judged.AddRange(rows.Where(i => i % Parts == part).SelectMany(i =>
                heldOut[i].Concerns.Select(c => (settings.Probability(c), examples[i].Also!.Contains(c.Topic)))));
        }

        return Fit(rows, heldOut, examples) with { From = Threshold(judged, examples.Sum(e => e.Also?.Count ?? 0)) };
    }

    /// <summary>Precision and recall of the second topics that the settings name.</summary>
    public static (double Precision, double Recall) Measure(
        HeldOutRow[] heldOut, IReadOnlyList<TrainingExample> examples, ConcernSettings settings)
    {
        int named = 0, right = 0, wanted = 0;
        for (var i = 0; i < heldOut.Length; i++)
        {
            if (examples[i].Also is { } also)
            {
                var topics = ConcernFinder.Clear(heldOut[i].Concerns, settings).Select(c => c.Topic).ToArray();
                named += topics.Length;
                right += topics.Count(also.Contains);
                wanted += also.Count;
            }
        }

        return (named == 0 ? 0 : (double)right / named, wanted == 0 ? 0 : (double)right / wanted);
    }

    private static ConcernSettings Fit(int[] rows, HeldOutRow[] heldOut, IReadOnlyList<TrainingExample> examples)
    {
        var candidates = rows.SelectMany(i => heldOut[i].Concerns.Select(c => (c.Evidence, Right: examples[i].Also!.Contains(c.Topic)))).ToArray();
        var fitted = DenseLogistic.Fit([.. candidates.Select(c => c.Evidence)], [.. candidates.Select(c => c.Right)], Seed);
        return new ConcernSettings(fitted.Weights, fitted.Bias, ConcernSettings.Never.From);
    }

    private static double Threshold(List<(double Probability, bool Right)> judged, int wanted)
    {
        var (best, bestF1, right) = (ConcernSettings.Never.From, 0.0, 0);
        foreach (var (rank, (probability, isRight)) in judged.OrderByDescending(j => j.Probability).Index())
        {
            right += isRight ? 1 : 0;
            var f1 = 2.0 * right / (rank + 1 + wanted);
            if (right >= LeastPrecision * (rank + 1) && f1 > bestF1)
            {
                (best, bestF1) = (probability, f1);
            }
        }

        return best;
    }
}
