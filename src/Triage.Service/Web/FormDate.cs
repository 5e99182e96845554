using System.Globalization;

namespace Triage.Service.Web;

/// <summary>Days in date fields. Browsers send 2026-03-10; without their picker people type 10.03.2026.</summary>
internal static class FormDate
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>As a date field holds it.</summary>
    public static string Of(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);

    /// <summary>Null: it is no date, or nothing was typed.</summary>
    public static DateOnly? Parse(string? value) =>
        DateOnly.TryParseExact(value?.Trim(), [Iso, "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
