using Triage.Models.Learning;

namespace Triage.Models.Tests.Learning;

public sealed class WilsonIntervalTests
{
    // Newcombe 1998, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_gives_the_published_interval(int hits, int cases, double low, double high)
    {
        var interval = WilsonInterval.Of(hits, cases);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void The_interval_of_the_opposite_is_the_mirrored_one()
    {
        var (right, wrong) = (WilsonInterval.Of(29, 29), WilsonInterval.Of(0, 29));

        Assert.Equal((1, 0), (right.High, wrong.Low));
        Assert.Equal(1 - right.Low, wrong.High, 12);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void No_interval_exists_without_cases_or_with_more_hits_than_cases(int hits, int cases) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(hits, cases));
}
