using System.Globalization;
using Triage.Evaluation.Triaging;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>Figures as a reader sees them; intervals are 95 %.</summary>
internal static class Shown
{
    private const string Nothing = "–";

    public static string Percent(double share) => $"{Text(share * 100, "0.0")} %";

    public static string Percent(Rate? rate) =>
        rate is null ? Nothing : $"{Percent(rate.Value)} ({Text(rate.Low * 100, "0.0")}–{Text(rate.High * 100, "0.0")})";

    public static string Number(double value) => Text(value, "0.000");

    public static string Number(Rate rate) => $"{Number(rate.Value)} ({Number(rate.Low)}–{Number(rate.High)})";

    public static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Milliseconds(double value) => Text(value, value < 10 ? "0.00" : "0.0");

    /// <summary>A coordinate in a drawing.</summary>
    public static string Place(double value) => Text(value, "0.##");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
