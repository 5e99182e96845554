namespace Triage.Models.Inquiries;

/// <summary>Working days of a German Land: Monday to Friday without its public holidays.</summary>
public sealed class WorkingCalendar
{
    private static readonly string[] Known =
        ["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"];

    private readonly string land;

    private WorkingCalendar(string land) => this.land = land;

    /// <summary>The calendar of a Land, by ISO 3166-2:DE without "DE-", such as NI for Lower Saxony.</summary>
    /// <exception cref="ArgumentException">There is no such Land.</exception>
    public static WorkingCalendar For(string land) => Known.Contains(land)
        ? new WorkingCalendar(land)
        : throw new ArgumentException($"'{land}' is no German Land. Known: {string.Join(", ", Known)}.", nameof(land));

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays(day.Year).Contains(day);

    /// <summary>This day, or the next working day when it is none.</summary>
    public DateOnly ThisOrNext(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day that is <paramref name="count"/> working days later.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (var left = count; left > 0; left--)
        {
            day = ThisOrNext(day.AddDays(1));
        }

        return day;
    }

    /// <summary>The statewide public holidays of a year, as the Länder's holiday acts (Feiertagsgesetze) list them in 2026.</summary>
    public IReadOnlySet<DateOnly> Holidays(int year)
    {
        var easter = Easter(year);
        HashSet<DateOnly> days =
        [
            new(year, 1, 1), easter.AddDays(-2), easter.AddDays(1), new(year, 5, 1), easter.AddDays(39), easter.AddDays(50),
            new(year, 10, 3), new(year, 12, 25), new(year, 12, 26),
        ];
        AddWhere(days, new(year, 1, 6), "BW", "BY", "ST");
        AddWhere(days, new(year, 3, 8), "BE", "MV");
        AddWhere(days, easter, "BB", "HE");
        AddWhere(days, easter.AddDays(49), "BB", "HE");
        AddWhere(days, easter.AddDays(60), "BW", "BY", "HE", "NW", "RP", "SL");
        AddWhere(days, new(year, 8, 15), "SL");
        AddWhere(days, new(year, 9, 20), "TH");
        AddWhere(days, new(year, 10, 31), "BB", "HB", "HH", "MV", "NI", "SN", "ST", "SH", "TH");
        AddWhere(days, new(year, 11, 1), "BW", "BY", "NW", "RP", "SL");
        AddWhere(days, RepentanceDay(year), "SN");
        return days;
    }

    private void AddWhere(HashSet<DateOnly> days, DateOnly day, params string[] lands)
    {
        if (lands.Contains(land))
        {
            days.Add(day);
        }
    }

    // The Wednesday before 23 November.
    private static DateOnly RepentanceDay(int year)
    {
        var day = new DateOnly(year, 11, 22);
        while (day.DayOfWeek != DayOfWeek.Wednesday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    // The Gregorian computus of Meeus, Jones and Butcher (Astronomical Algorithms, 1991).
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (19 * l)) / 433;
        var month = (h + l - (7 * m) + 90) / 25;
        var day = (h + l - (7 * m) + (33 * month) + 19) % 32;
        return new DateOnly(year, month, day);
    }
}
