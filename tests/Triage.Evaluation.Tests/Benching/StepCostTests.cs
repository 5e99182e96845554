using Triage.Evaluation.Benching;

namespace Triage.Evaluation.Tests.Benching;

public sealed class StepCostTests
{
    [Fact]
    public void Quantiles_are_the_nearest_ranks_of_the_textbook()
    {
        double[] sorted = [15, 20, 35, 40, 50];
        Assert.Equal([15, 20, 20, 35, 50], new[] { 0.05, 0.3, 0.4, 0.5, 1 }.Select(share => StepCost.Quantile(sorted, share)));
        Assert.Equal(0, StepCost.Quantile([], 0.5));
    }

    [Fact]
    public void A_step_s_cost_does_not_depend_on_the_order_of_its_measurements()
    {
        var cost = StepCost.Of("search", [.. Enumerable.Range(1, 100).Select(i => (double)i).Reverse()], 10100);
        Assert.Equal((100, 50.5, 50, 90, 99), (cost.Measured, cost.MeanMs, cost.MedianMs, cost.P90Ms, cost.P99Ms));
        Assert.Equal(0.5, cost.Share, 6);
        Assert.Equal(1.98, cost.P99ToMedian, 6);
    }

    [Fact]
    public void The_shares_of_the_steps_sum_to_one_and_the_whole_is_no_step()
    {
        var times = new StepTimes();
        times.Add("parse", TimeSpan.FromMilliseconds(1));
        times.Add("search", TimeSpan.FromMilliseconds(3));
        times.Add("whole", TimeSpan.FromMilliseconds(5));
        Assert.Equal([0.25, 0.75], times.Costs("whole").Where(c => c.Step != "whole").Select(c => c.Share));
    }
}
