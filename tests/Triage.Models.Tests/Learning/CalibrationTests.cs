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
    }

    [Fact]
    public void Examples_of_one_group_are_never_on_both_sides_of_a_fold()
    {
        var examples = Enumerable.Range(0, 60).Select(i => new TrainingExample(new($"{i}", "", "x"), "a") { Group = $"{i % 7}" }).ToArray();
        var folds = Folds.Assign(examples, new TrainingOptions { Folds = 3 });
        Assert.Equal(3, folds.Distinct().Count());
        Assert.All(Enumerable.Range(0, 60), i => Assert.Equal(folds[i % 7], folds[i]));
    }

    [Fact]
    public async Task Data_without_two_offices_or_with_a_topic_in_two_of_them_are_refused_with_the_reason()
    {
        Task Train(params TrainingExample[] examples) => ClassifierTrainer.TrainAsync(examples, new TrainingOptions(), null, default);
        TrainingExample Row(string department, string topic) => new(new("7", "", "Hund"), department, topic);
        await Assert.ThrowsAsync<InvalidDataException>(() => Train(Row("a", "x"), Row("a", "y")));
        Assert.Contains("'x'", (await Assert.ThrowsAsync<InvalidDataException>(() => Train(Row("a", "x"), Row("b", "x")))).Message, StringComparison.Ordinal);
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
