namespace Triage.Evaluation.Benching;

/// <summary>What one step costs an inquiry; quantiles are nearest ranks. <see cref="Share"/> is its part of all steps' time, 0 to 1.</summary>
internal sealed record StepCost(string Step, int Measured, double MeanMs, double MedianMs, double P90Ms, double P99Ms, double Share)
{
    /// <summary>How much longer the slowest inquiry of a hundred takes than the middle one.</summary>
    public double P99ToMedian => MedianMs > 0 ? P99Ms / MedianMs : 0;

    /// <param name="step">Its name.</param>
    /// <param name="milliseconds">One value an inquiry, in any order.</param>
    /// <param name="total">Milliseconds of all steps together.</param>
    public static StepCost Of(string step, IReadOnlyList<double> milliseconds, double total)
    {
        var sorted = milliseconds.Order().ToArray();
        return new StepCost(
            step, sorted.Length, sorted.DefaultIfEmpty().Average(), Quantile(sorted, 0.5), Quantile(sorted, 0.9), Quantile(sorted, 0.99),
            total > 0 ? sorted.Sum() / total : 0);
    }

    /// <summary>The smallest value that at least this share of the sorted values does not exceed; 0 without values.</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
