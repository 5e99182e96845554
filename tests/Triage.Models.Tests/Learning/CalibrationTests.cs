using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Learning;

public sealed class CalibrationTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void The_temperature_undoes_what_made_scores_too_sure_or_too_shy(double wrong)
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 4000).Select(_ =>
        {
            var scores = Enumerable.Range(0, 4).Select(_ => random.NextDouble() * 4).ToArray();
            return (Scores: Array.ConvertAll(scores, s => s * wrong), Label: Draw(Softmax.Of(scores, 1), random));
        }).ToArray();
        Assert.Equal(wrong, Calibration.Temperature([.. rows.Select(r => r.Scores)], [.. rows.Select(r => r.Label)]), wrong * 0.15);
    }

    [Fact]
    public void A_detector_finds_the_wanted_share_where_precision_allows()
    {
        (double, bool)[] rows = [(0.9, true), (0.8, true), (0.7, false), (0.6, true), (0.5, false), (0.4, true), (0.3, false), (0.2, false)];
        Assert.InRange(Calibration.Threshold(rows, 1, 0.5), 0.3, 0.4);
        Assert.InRange(Calibration.Threshold(rows, 0.7, 0.5), 0.5, 0.6);
        Assert.InRange(Calibration.Threshold(rows, 1, 0.9), 0.7, 0.8);
        Assert.InRange(Calibration.Threshold(rows, 1, 0.5, prevalence: 0.5), 0.3, 0.4);
        Assert.InRange(Calibration.Threshold(rows, 1, 0.5, prevalence: 0.1), 0.7, 0.8);
    }

    private static int Draw(double[] probabilities, Random random)
    {
        var left = random.NextDouble();
        for (var i = 0; i < probabilities.Length; i++)
        {
            left -= probabilities[i];
            if (left < 0)
            {
                return i;
            }
        }

        return probabilities.Length - 1;
    }
}
