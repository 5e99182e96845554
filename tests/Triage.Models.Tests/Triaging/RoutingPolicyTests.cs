using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

public sealed class RoutingPolicyTests
{
    [Theory]
    [InlineData(0.9)]
    [InlineData(0.95)]
    [InlineData(0.98)]
    public void Routed_held_out_cases_are_right_as_often_as_wanted(double target)
    {
        var rows = Rows(2000, d => d);
        var policy = RoutingPolicy.From(rows, target);
        var routed = rows.Where(r => policy.Routes(r.Department, r.Confidence)).ToArray();
        Assert.True(routed.Length > 50, $"{routed.Length} routed");
        Assert.True(routed.Average(r => r.Right ? 1 : 0) >= target);
    }

    [Fact]
    public void An_office_that_is_often_wrong_needs_more_confidence()
    {
        var policy = RoutingPolicy.From([.. Rows(800, d => d * d).Select(r => r with { Department = "hard" }), .. Rows(800, Math.Sqrt).Select(r => r with { Department = "easy" })], 0.95);
        Assert.True(policy.Threshold("hard") > policy.Threshold("easy"));
    }

    [Fact]
    public void An_office_with_three_rows_is_judged_like_all_others()
    {
        var rows = Rows(1000, d => d);
        var policy = RoutingPolicy.From([.. rows, .. Enumerable.Range(0, 3).Select(_ => new HeldOut("tiny", 0.2, true))], 0.95);
        Assert.Equal(policy.Threshold("unseen"), policy.Threshold("tiny"), 0.1);
    }

    [Fact]
    public void Where_nothing_is_ever_right_nothing_is_routed()
    {
        var policy = RoutingPolicy.From([.. Enumerable.Range(0, 50).Select(i => new HeldOut("a", i / 50.0, false))], 0.95);
        Assert.False(policy.Routes("a", 0.98));
    }

    // Right with the probability that the curve gives for the confidence.
    private static HeldOut[] Rows(int count, Func<double, double> curve)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var confidence = 1 - Math.Pow(random.NextDouble(), 2);
            return new HeldOut($"office {random.Next(3)}", confidence, random.NextDouble() < curve(confidence));
        })];
    }
}
