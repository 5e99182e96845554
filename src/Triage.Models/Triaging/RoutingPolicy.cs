namespace Triage.Models.Triaging;

/// <summary>
/// From which confidence on an office is suggested as decided; below it a person looks ("Zu klären"). One threshold an
/// office, from predictions on held-out rows, shrunk towards the threshold of all: few rows say little about an office.
/// </summary>
internal sealed class RoutingPolicy
{
    /// <summary>So many rows of an office weigh as much as all others together.</summary>
    private const double Shrinkage = 50;

    private readonly Dictionary<string, double> thresholds;
    private readonly double overall;

    private RoutingPolicy(double overall, Dictionary<string, double> thresholds)
    {
        this.overall = overall;
        this.thresholds = thresholds;
    }

    /// <param name="heldOut">Predictions on rows that the predicting model had not seen.</param>
    /// <param name="target">Share of the routed cases that must be right, 0 to 1.</param>
    public static RoutingPolicy From(IReadOnlyList<HeldOut> heldOut, double target)
    {
        var overall = Lowest(heldOut, target);
        var own = heldOut.GroupBy(h => h.Department).ToDictionary(
            g => g.Key,
            g => (g.Count() * Lowest([.. g], target) + Shrinkage * overall) / (g.Count() + Shrinkage));
        return Raise(new RoutingPolicy(overall, own), heldOut, target);
    }

    public double Threshold(string department) => thresholds.GetValueOrDefault(department, overall);

    public bool Routes(string department, double confidence) => confidence >= Threshold(department);

    // The lowest confidence from which on the target is met; above every confidence when it never is.
    private static double Lowest(IReadOnlyList<HeldOut> heldOut, double target)
    {
        var lowest = 1.0;
        var right = 0;
        var sorted = heldOut.OrderByDescending(h => h.Confidence).ToArray();
        for (var i = 0; i < sorted.Length; i++)
        {
            right += sorted[i].Right ? 1 : 0;
            var last = i + 1 == sorted.Length || sorted[i + 1].Confidence < sorted[i].Confidence;
            if (last && right >= target * (i + 1))
            {
                lowest = sorted[i].Confidence;
            }
        }

        return lowest;
    }

    // Shrinking may have lowered a threshold below what the target needs: raise all of them alike until it is met.
    private static RoutingPolicy Raise(RoutingPolicy policy, IReadOnlyList<HeldOut> heldOut, double target)
    {
        while (heldOut.Where(h => policy.Routes(h.Department, h.Confidence)).Select(h => h.Right ? 1.0 : 0).DefaultIfEmpty(1).Average() < target)
        {
            policy = new RoutingPolicy(
                policy.overall + 0.005,
                policy.thresholds.ToDictionary(t => t.Key, t => t.Value + 0.005));
        }

        return policy;
    }
}
