namespace Triage.Evaluation.Triaging;

/// <summary>Figures from predictions.</summary>
internal static class RoutingMeasure
{
    private const int Bins = 10;
    private const int Resamples = 500;
    private const int CurvePoints = 50;

    public static RoutingReport Report(
        string field, string features, int trainingRows, IReadOnlyList<Prediction> rows, IReadOnlyList<double> microseconds)
    {
        var classes = Classes(rows);
        var curve = RiskCoverage(rows);
        var routed = rows.Where(r => !r.Abstained).ToArray();
        var times = microseconds.Order().ToArray();
        return new RoutingReport(
            field, features, trainingRows, rows.Count,
            Wilson(rows.Count(r => r.Right), rows.Count),
            classes.Where(c => c.Rows > 0).Select(c => c.F1).DefaultIfEmpty().Average(),
            EceWithInterval(rows),
            Coverage(curve, 0.95), Coverage(curve, 0.98),
            (double)routed.Length / rows.Count,
            routed.Length == 0 ? 0 : routed.Average(r => r.Right ? 1 : 0),
            Quantile(times, 0.5), Quantile(times, 0.99),
            classes, Confusion(rows), Thin(curve), Diagram(rows));
    }

    /// <summary>Wilson's 95 % interval (Wilson 1927).</summary>
    public static Rate Wilson(int right, int rows)
    {
        const double z = 1.96;
        var rate = (double)right / rows;
        var middle = (rate + z * z / (2 * rows)) / (1 + z * z / rows);
        var half = z * Math.Sqrt(rate * (1 - rate) / rows + z * z / (4.0 * rows * rows)) / (1 + z * z / rows);
        return new Rate(rate, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>Expected calibration error over ten equal bins (Naeini et al. 2015).</summary>
    public static double Ece(IReadOnlyList<Prediction> rows) =>
        rows.GroupBy(Bin).Sum(b => Math.Abs(b.Sum(r => (r.Right ? 1 : 0) - r.Confidence))) / rows.Count;

    /// <summary>Risk at each coverage, most confident rows first; rows of equal confidence come together.</summary>
    public static List<RiskPoint> RiskCoverage(IReadOnlyList<Prediction> rows)
    {
        var points = new List<RiskPoint>();
        var (seen, wrong) = (0, 0);
        foreach (var level in rows.GroupBy(r => r.Confidence).OrderByDescending(g => g.Key))
        {
            seen += level.Count();
            wrong += level.Count(r => !r.Right);
            points.Add(new RiskPoint((double)seen / rows.Count, (double)wrong / seen, level.Key));
        }

        return points;
    }

    /// <summary>The greatest share of rows that can be routed at this accuracy.</summary>
    public static double Coverage(IEnumerable<RiskPoint> curve, double accuracy) =>
        curve.Where(p => 1 - p.Risk >= accuracy).Select(p => p.Coverage).DefaultIfEmpty(0).Max();

    private static Rate EceWithInterval(IReadOnlyList<Prediction> rows)
    {
        var random = new Random(1);
        var samples = Enumerable.Range(0, Resamples)
            .Select(_ => Ece([.. Enumerable.Range(0, rows.Count).Select(_ => rows[random.Next(rows.Count)])])).Order().ToArray();
        return new Rate(Ece(rows), Quantile(samples, 0.025), Quantile(samples, 0.975));
    }

    private static int Bin(Prediction row) => Math.Min((int)(row.Confidence * Bins), Bins - 1);

    private static List<Reliability> Diagram(IReadOnlyList<Prediction> rows) =>
        [.. rows.GroupBy(Bin).OrderBy(b => b.Key).Select(b => new Reliability(
            (double)b.Key / Bins, b.Count(), b.Average(r => r.Confidence), b.Average(r => r.Right ? 1 : 0)))];

    private static List<ClassFigures> Classes(IReadOnlyList<Prediction> rows) =>
        [.. rows.SelectMany(r => new[] { r.Label, r.Predicted }).Distinct().Order(StringComparer.Ordinal).Select(label =>
        {
            double found = rows.Count(r => r.Right && r.Label == label);
            var wanted = rows.Count(r => r.Label == label);
            var said = rows.Count(r => r.Predicted == label);
            return new ClassFigures(label, wanted, said == 0 ? 0 : found / said, wanted == 0 ? 0 : found / wanted, 2 * found / (wanted + said));
        })];

    private static List<Confused> Confusion(IReadOnlyList<Prediction> rows) =>
        [.. rows.GroupBy(r => (r.Label, r.Predicted)).Select(g => new Confused(g.Key.Label, g.Key.Predicted, g.Count()))
            .OrderByDescending(c => c.Rows).ThenBy(c => c.Label, StringComparer.Ordinal).ThenBy(c => c.Predicted, StringComparer.Ordinal)];

    private static List<RiskPoint> Thin(List<RiskPoint> curve) =>
        [.. Enumerable.Range(1, CurvePoints).Select(i => curve.First(p => p.Coverage >= (double)i / CurvePoints - 1e-9)).Distinct()];

    private static double Quantile(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[Math.Min((int)(share * sorted.Length), sorted.Length - 1)];
}
