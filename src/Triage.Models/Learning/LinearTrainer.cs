using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>Weights as the trainer leaves them: <c>Values[feature * classes + class]</c>.</summary>
internal sealed record ExactWeights(float[] Values, float[] Biases);

/// <summary>
/// Fits a linear model with ML.NET's SDCA (Shalev-Shwartz and Zhang 2013) on vectors of our own. One thread and a fixed
/// seed: the same data give the same weights, bit for bit.
/// </summary>
internal static class LinearTrainer
{
    private const int MostPasses = 60;

    /// <param name="rows">One vector a row.</param>
    /// <param name="labels">The class of each row, from 0.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="features">Length of the vectors.</param>
    /// <param name="freedom">C of the usual notation: 1 / (L2 · rows). More of it follows the rows more closely.</param>
    /// <param name="seed">Decides the order of the rows.</param>
    public static ExactWeights Train(
        IReadOnlyList<SparseVector> rows, int[] labels, int classes, int features, double freedom, int seed)
    {
        var balance = ClassBalance.Of(labels, classes);
        var context = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), classes);
        var data = context.Data.LoadFromEnumerable(rows.Select((row, i) => new Row(row, labels[i], balance[labels[i]], features)).ToArray(), schema);
        var options = new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            ExampleWeightColumnName = nameof(Row.Weight),
            L2Regularization = (float)(1 / (freedom * rows.Count)),
            L1Regularization = 0,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = MostPasses,
            ConvergenceTolerance = 0.03f,
        };
        return Extract(context.MulticlassClassification.Trainers.SdcaMaximumEntropy(options).Fit(data).Model, classes, features);
    }

    private static ExactWeights Extract(MaximumEntropyModelParameters model, int classes, int features)
    {
        VBuffer<float>[] byClass = [];
        model.GetWeights(ref byClass, out var count);
        var weights = new float[features * classes];
        for (var c = 0; c < count; c++)
        {
            foreach (var (feature, weight) in byClass[c].Items())
            {
                weights[feature * classes + c] = weight;
            }
        }

        return new ExactWeights(weights, [.. model.GetBiases()]);
    }

    private sealed class Row
    {
        public Row(SparseVector vector, int label, float weight, int features)
        {
            Features = new VBuffer<float>(features, vector.Indices.Length, vector.Values, vector.Indices);
            Label = (uint)label;
            Weight = weight;
        }

        public VBuffer<float> Features { get; set; }

        /// <summary>From 0: ML.NET shifts the values of a key column by one itself (0 inside means "missing").</summary>
        public uint Label { get; set; }

        public float Weight { get; set; }
    }
}
