using Triage.Models.Inquiries;
using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Learning;

public sealed class ModelComparisonTests
{
    [Theory]
    [InlineData(5, 5, 1, 0, false)] // one row of five
    [InlineData(5, 4, 2, 0, false)]
    [InlineData(5, 4, 3, 0, true)] // most of a small class
    [InlineData(2, 2, 2, 0, true)] // nothing of it is found any more
    [InlineData(9, 8, 7, 0, true)]
    [InlineData(70, 60, 3, 0, false)]
    [InlineData(70, 60, 8, 1, true)] // of nine rows that changed, eight for the worse: 1 in 51
    [InlineData(70, 60, 10, 6, false)]
    [InlineData(70, 60, 0, 10, false)]
    public void A_class_falls_when_it_loses_more_rows_than_chance_takes(int rows, int before, int lost, int won, bool falls) =>
        Assert.Equal(falls, new ClassComparison(ModelComparison.Topic, "hundesteuer", rows, before, lost, won).Falls);

    [Theory]
    [InlineData(30, 24, false)]
    [InlineData(30, 22, true)] // more than one of a hundred rows
    [InlineData(5, 0, true)]
    [InlineData(2, 0, false)]
    public void The_whole_falls_by_more_than_one_of_a_hundred_rows_or_chance(int lost, int won, bool falls) =>
        Assert.Equal(falls, new ClassComparison(ModelComparison.Department, null, 610, 500, lost, won).Falls);

    [Fact]
    public void Rows_are_compared_pairwise_by_office_topic_kind_and_urgency_and_the_fallen_class_is_named()
    {
        var truth = Enumerable.Range(0, 20).Select(i => i < 10 ? Row("steueramt", "hundesteuer", "widerspruch", true) : Row("bauamt", "bauantrag", "frage", false)).ToList();
        var before = truth.ConvertAll(Right);
        var after = truth.Select((row, i) => i < 5 ? Right(Row("bauamt", "bauantrag", "frage", false)) : Right(row)).ToList();

        var same = ModelComparison.Of(truth, before, before);
        var worse = ModelComparison.Of(truth, before, after);

        Assert.True(same.Passes);
        Assert.Equal(20, same.Overall.First(c => c.Label == ModelComparison.Topic).After);
        Assert.Equal(
            new ClassComparison(ModelComparison.Topic, "hundesteuer", 10, 10, 5, 0), worse.Classes.Single(c => c.Class == "hundesteuer"));
        Assert.Equal((10, 5), worse.Classes.Single(c => c.Label == ModelComparison.Urgent) is { } urgent ? (urgent.Rows, urgent.After) : default);
        Assert.Equal(
            ["department.", "department.steueramt", "kind.", "kind.widerspruch", "topic.", "topic.hundesteuer", "urgent.", "urgent.urgent"],
            worse.Fallen.Select(c => $"{c.Label}.{c.Class}").Order(StringComparer.Ordinal));
        Assert.True(ModelComparison.Of(truth, after, before).Passes);
    }

    private static TrainingExample Row(string office, string topic, string kind, bool urgent) => new(new Inquiry("1", "", "x"), office, topic, kind, urgent);

    private static Classification Right(TrainingExample row) =>
        new(row.Department, row.Topic, row.Kind!, row.Urgent == true, "de", [], Abstained: false, [], [], [], [], [], "test-1");
}
