using Triage.Models.Inquiries;

namespace Triage.Models.Tests.Inquiries;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("NI", "2026-10-31", false)]
    [InlineData("BY", "2026-11-02", true)]
    [InlineData("NI", "2026-04-03", false)]
    [InlineData("NI", "2026-04-06", false)]
    [InlineData("NI", "2026-05-14", false)]
    [InlineData("NI", "2026-05-25", false)]
    [InlineData("NI", "2026-06-04", true)]
    [InlineData("NW", "2026-06-04", false)]
    [InlineData("NI", "2028-04-17", false)]
    [InlineData("SN", "2026-11-18", false)]
    [InlineData("NI", "2026-11-18", true)]
    [InlineData("NI", "2026-11-28", false)]
    [InlineData("TH", "2027-09-20", false)]
    public void Holidays_of_the_land_and_weekends_are_no_working_days(string land, string day, bool expected) =>
        Assert.Equal(expected, WorkingCalendar.For(land).IsWorkingDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Five_working_days_skip_weekends_and_holidays()
    {
        var calendar = WorkingCalendar.For("NI");

        Assert.Equal(new DateOnly(2026, 12, 3), calendar.AddWorkingDays(new DateOnly(2026, 11, 26), 5));
        Assert.Equal(new DateOnly(2026, 4, 9), calendar.AddWorkingDays(new DateOnly(2026, 3, 31), 5));
    }

    [Fact]
    public void An_unknown_land_is_named_with_those_there_are() =>
        Assert.Contains("NI", Assert.Throws<ArgumentException>(() => WorkingCalendar.For("XX")).Message, StringComparison.Ordinal);
}
