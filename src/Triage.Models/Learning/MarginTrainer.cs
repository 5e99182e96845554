using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>
/// Fits for each class a separator from all others (support vector machine, smoothed hinge loss) with ML.NET's SDCA
/// (Shalev-Shwartz and Zhang 2013) on vectors of our own. One thread and a fixed seed: the same data give the same weights,
/// bit for bit.
/// </summary>
internal static class MarginTrainer
{
    private const int MostPasses = 40;

    // Below the -1 at which a separator says no: a class without rows must not win because nobody spoke against it.
    private const float NeverSeen = -2;

    /// <inheritdoc cref="LinearTrainer.Train"/>
    public static ExactWeights Train(
        IReadOnlyList<SparseVector> rows, int[] labels, int classes, int features, double freedom, int seed)
    {
        var balance = ClassBalance.Of(labels, classes);
        var table = rows.Select((row, i) => new Row(row, balance[labels[i]], features)).ToArray();
        var weights = new float[features * classes];
        var biases = new float[classes];
        foreach (var wanted in labels.Distinct().Order())
        {
            for (var i = 0; i < table.Length; i++)
            {
                table[i].Label = labels[i] == wanted;
            }

            var separator = Separate(table, features, freedom, seed);
            biases[wanted] = separator.Bias;
            foreach (var (feature, weight) in separator.Weights.Index())
            {
                weights[feature * classes + wanted] = weight;
            }
        }

        foreach (var absent in Enumerable.Range(0, classes).Except(labels))
        {
            biases[absent] = NeverSeen;
        }

        return new ExactWeights(weights, biases);
    }

    private static LinearBinaryModelParameters Separate(Row[] table, int features, double freedom, int seed)
    {
        var context = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        var options = new SdcaNonCalibratedBinaryTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            ExampleWeightColumnName = nameof(Row.Weight),
            LossFunction = new SmoothedHingeLoss(1),
            L2Regularization = (float)(1 / (freedom * table.Length)),
            L1Regularization = 0,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = MostPasses,
            ConvergenceTolerance = 0.03f,
        };
        var data = context.Data.LoadFromEnumerable(table, schema);
        return context.BinaryClassification.Trainers.SdcaNonCalibrated(options).Fit(data).Model;
    }

    private sealed class Row
    {
        public Row(SparseVector vector, float weight, int features)
        {
            Features = new VBuffer<float>(features, vector.Indices.Length, vector.Values, vector.Indices);
            Weight = weight;
        }

        public VBuffer<float> Features { get; set; }

        public bool Label { get; set; }

        public float Weight { get; set; }
    }
}
