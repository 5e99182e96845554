namespace Triage.Models.Triaging;

/// <summary>
/// A linear model: the score of a class is its bias plus weights times values. Weights lie by feature,
/// because texts are sparse, in eight bits with a scale for each feature: a router of all labels stays small.
/// </summary>
internal sealed class LinearModel(int classes, sbyte[] weights, float[] scales, float[] biases)
{
    private const float Steps = sbyte.MaxValue;

    public int Classes => classes;

    public int Features => scales.Length;

    public sbyte[] Weights => weights;

    public float[] Scales => scales;

    public float[] Biases => biases;

    /// <summary>Rounds weights given as <c>exact[feature * classes + class]</c> to eight bits.</summary>
    public static LinearModel Round(float[] exact, float[] biases)
    {
        var classes = biases.Length;
        var scales = new float[exact.Length / classes];
        var rounded = new sbyte[exact.Length];
        for (var f = 0; f < scales.Length; f++)
        {
            var row = exact.AsSpan(f * classes, classes);
            var most = 0f;
            foreach (var weight in row)
            {
                most = Math.Max(most, Math.Abs(weight));
            }

            scales[f] = most / Steps;
            for (var c = 0; c < classes; c++)
            {
                rounded[f * classes + c] = most == 0 ? (sbyte)0 : (sbyte)MathF.Round(row[c] / scales[f]);
            }
        }

        return new LinearModel(classes, rounded, scales, biases);
    }

    public double[] Scores(SparseVector text)
    {
        var scores = Array.ConvertAll(biases, b => (double)b);
        for (var i = 0; i < text.Indices.Length; i++)
        {
            Add(scores, text.Indices[i], text.Values[i]);
        }

        return scores;
    }

    public float Weight(int feature, int @class) => weights[feature * classes + @class] * scales[feature];

    /// <summary>Adds what dense values from feature <paramref name="first"/> on say.</summary>
    public void Add(double[] scores, int first, float[] dense)
    {
        for (var i = 0; i < dense.Length; i++)
        {
            Add(scores, first + i, dense[i]);
        }
    }

    /// <summary>Adds what one feature says.</summary>
    public void Add(double[] scores, int feature, float value)
    {
        var factor = scales[feature] * value;
        var row = weights.AsSpan(feature * classes, classes);
        for (var c = 0; c < row.Length; c++)
        {
            scores[c] += row[c] * factor;
        }
    }
}
