using System.Globalization;

namespace Triage.Models.Inquiries;

/// <summary>German time and formats: for display and deadlines only. Instants are kept in UTC.</summary>
public static class German
{
    /// <summary>de-DE, whatever the machine is set to.</summary>
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("de-DE");

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The same instant with Berlin's offset.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>23:59 in Berlin on this day.</summary>
    public static DateTimeOffset EndOfDay(DateOnly day)
    {
        var local = day.ToDateTime(new TimeOnly(23, 59));
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>"Fr, 20.11.2026".</summary>
    public static string Day(DateTimeOffset instant) => Local(instant).ToString("ddd, dd.MM.yyyy", Culture);

    /// <summary>"Fr, 20.11.2026, 09:12 Uhr".</summary>
    public static string Moment(DateTimeOffset instant) => Local(instant).ToString("ddd, dd.MM.yyyy, HH:mm 'Uhr'", Culture);

    /// <summary>"20.11.2026".</summary>
    public static string Date(DateOnly day) => day.ToString("dd.MM.yyyy", Culture);
}
