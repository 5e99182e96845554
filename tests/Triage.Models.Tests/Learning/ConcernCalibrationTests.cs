using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Learning;

public sealed class ConcernCalibrationTests
{
    [Fact]
    public void What_speaks_for_a_second_topic_is_learned_at_the_precision_wanted()
    {
        // A right candidate has strong evidence; every third wrong one looks half as strong.
        TrainingExample[] examples = [.. Enumerable.Range(0, 120).Select(i => Example(i, i % 4 == 0 ? ["laterne"] : []))];
        HeldOutRow[] heldOut = [.. Enumerable.Range(0, 120).Select(i => Row(i % 4 == 0 ? 4 : i % 3 == 0 ? 2 : 0))];
        var settings = ConcernCalibration.Choose(heldOut, examples);
        Assert.Equal((1.0, 1.0), ConcernCalibration.Measure(heldOut, examples, settings));
    }

    [Fact]
    public void Without_examples_of_two_concerns_none_is_named()
    {
        TrainingExample[] examples = [.. Enumerable.Range(0, 20).Select(i => Example(i, []))];
        HeldOutRow[] heldOut = [.. Enumerable.Range(0, 20).Select(_ => Row(4))];
        Assert.Equal((0.0, 0.0), ConcernCalibration.Measure(heldOut, examples, ConcernCalibration.Choose(heldOut, examples)));
    }

    private static TrainingExample Example(int i, string[] also) => new(new($"{i}", "", "x"), "a", "hund") { Also = also };

    private static HeldOutRow Row(double evidence) =>
        new(new RawScores([1], null, null, null, null), [new ConcernCandidate("laterne", default, [evidence, 1])]);
}
