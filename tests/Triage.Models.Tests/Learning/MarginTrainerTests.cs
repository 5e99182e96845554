using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Learning;

public sealed class MarginTrainerTests
{
    // Class 1 has no rows.
    private static readonly SparseVector[] Rows = [.. Enumerable.Range(0, 40).Select(i => new SparseVector([i % 2, 2], [1, i % 5 / 10f]))];
    private static readonly int[] Labels = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 0 : 2)];

    [Fact]
    public void Classes_are_told_apart_and_one_without_rows_never_wins()
    {
        var model = Model();
        Assert.Equal(Labels, Rows.Select(r => Softmax.Best(model.Scores(r))));
        Assert.True(Softmax.Best(model.Scores(new SparseVector([], []))) != 1);
    }

    [Fact]
    public void The_same_rows_give_the_same_weights_bit_for_bit()
    {
        var (first, second) = (Model(), Model());
        Assert.Equal(first.Weights, second.Weights);
        Assert.Equal(first.Scales, second.Scales);
        Assert.Equal(first.Biases, second.Biases);
    }

    private static LinearModel Model()
    {
        var exact = MarginTrainer.Train(Rows, Labels, classes: 3, features: 3, freedom: 1, seed: 1);
        return LinearModel.Round(exact.Values, exact.Biases);
    }
}
