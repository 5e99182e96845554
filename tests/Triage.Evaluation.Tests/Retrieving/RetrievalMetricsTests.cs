using Triage.Evaluation.Retrieving;

namespace Triage.Evaluation.Tests.Retrieving;

public sealed class RetrievalMetricsTests
{
    [Fact]
    public void Figures_are_those_computed_by_hand()
    {
        var metrics = RetrievalMetrics.Of(
        [
            (["a", "b", "c"], ["b"]),
            (["x", "y", "z", "u", "v", "a"], ["a", "x"]),
            (["q"], ["nowhere"]),
            (["q"], null),
        ])!;

        Assert.Equal(3, metrics.Judged);
        Assert.Equal(0.5 / 3, metrics.RecallAt1, 9);
        Assert.Equal(1.5 / 3, metrics.RecallAt5, 9);
        Assert.Equal(2.0 / 3, metrics.RecallAt10, 9);
        Assert.Equal(1.5 / 3, metrics.MrrAt10, 9);
        var (second, sixth) = (1 / Math.Log2(3), 1 / Math.Log2(7));
        Assert.Equal((second + ((1 + sixth) / (1 + second))) / 3, metrics.NdcgAt10, 9);
    }

    [Fact]
    public void Without_judgements_there_are_no_figures() => Assert.Null(RetrievalMetrics.Of([(["a"], null)]));
}
