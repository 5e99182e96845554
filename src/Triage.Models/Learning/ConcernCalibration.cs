using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>Chooses from which probabilities on a second topic is named: the best F1 on held-out rows at a precision of at least 0.5.</summary>
internal static class ConcernCalibration
{
    private const double LeastPrecision = 0.5;
    private static readonly double[] Sentence = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
    private static readonly double[] Whole = [0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3];

    public static ConcernSettings Choose(HeldOutRow[] heldOut, IReadOnlyList<TrainingExample> examples)
    {
        var best = RouterSettings.Uncalibrated.Concerns;
        var bestF1 = 0.0;
        foreach (var settings in Sentence.SelectMany(s => Whole.Select(w => new ConcernSettings(s, w))))
        {
            var (precision, recall) = Measure(heldOut, examples, settings);
            var f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            if (precision >= LeastPrecision && f1 > bestF1)
            {
                (best, bestF1) = (settings, f1);
            }
        }

        return best;
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
                var topics = heldOut[i].Concerns.Where(c => ConcernFinder.Clear(c, settings)).Select(c => c.Topic).ToArray();
                named += topics.Length;
                right += topics.Count(also.Contains);
                wanted += also.Count;
            }
        }

        return (named == 0 ? 0 : (double)right / named, wanted == 0 ? 0 : (double)right / wanted);
    }
}
