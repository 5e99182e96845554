using Triage.Evaluation.Triaging;

namespace Triage.Evaluation.Reporting.Figures;

/// <summary>Rates with Wilson intervals.</summary>
internal static class Rates
{
    /// <summary>Null when there is nothing to count.</summary>
    public static Rate? Of<T>(IReadOnlyCollection<T> rows, Func<T, bool> right) => Of(rows.Count(right), rows.Count);

    /// <summary>Null when there is nothing to count.</summary>
    public static Rate? Of(int right, int rows) => rows == 0 ? null : RoutingMeasure.Wilson(right, rows);
}
