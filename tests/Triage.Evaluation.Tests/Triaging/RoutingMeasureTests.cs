using Triage.Evaluation.Triaging;

namespace Triage.Evaluation.Tests.Triaging;

public sealed class RoutingMeasureTests
{
    private static readonly Prediction[] Rows =
    [
        new("1", "a", "a", 0.95, false), new("2", "a", "a", 0.85, false), new("3", "a", "b", 0.75, false),
        new("4", "b", "b", 0.65, true), new("5", "c", "b", 0.35, true),
    ];

    [Fact]
    public void Accuracy_and_macro_F1_are_those_of_the_textbook()
    {
        var report = RoutingMeasure.Report("label", "all", 10, Rows, [3, 1, 2]);
        Assert.Equal(0.6, report.Accuracy.Value, 6);
        Assert.Equal((0.8 + 0.5 + 0) / 3, report.MacroF1, 6);
        Assert.Equal(0.6, report.RoutedShare, 6);
        Assert.Equal(2.0 / 3, report.RoutedAccuracy, 6);
        Assert.Equal(2, report.MicrosecondsPerMessage);
    }

    [Fact]
    public void Calibration_error_is_the_weighted_gap_of_ten_bins() =>
        Assert.Equal((0.05 + 0.15 + 0.75 + 0.35 + 0.35) / 5, RoutingMeasure.Ece(Rows), 6);

    [Fact]
    public void Coverage_is_the_most_that_can_be_routed_at_an_accuracy()
    {
        var curve = RoutingMeasure.RiskCoverage(Rows);
        Assert.Equal(0.4, RoutingMeasure.Coverage(curve, 0.95), 6);
        Assert.Equal(0.8, RoutingMeasure.Coverage(curve, 0.75), 6);
        Assert.Equal(0.4, curve[^1].Risk, 6);
    }

    [Fact]
    public void Rows_of_equal_confidence_cannot_be_told_apart()
    {
        Prediction[] tied = [new("1", "a", "a", 0.5, false), new("2", "a", "b", 0.5, false)];
        Assert.Equal(0, RoutingMeasure.Coverage(RoutingMeasure.RiskCoverage(tied), 0.95));
    }

    [Fact]
    public void Wilson_gives_the_published_interval()
    {
        var rate = RoutingMeasure.Wilson(81, 263);
        Assert.Equal(0.2553, rate.Low, 3);
        Assert.Equal(0.3662, rate.High, 3);
    }
}
