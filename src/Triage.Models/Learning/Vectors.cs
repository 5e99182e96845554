using System.Numerics.Tensors;

namespace Triage.Models.Learning;

/// <summary>Means and deviations of vectors of one length.</summary>
internal static class Vectors
{
    public static float[] Mean(IReadOnlyList<float[]> vectors)
    {
        var sum = new float[vectors[0].Length];
        foreach (var vector in vectors)
        {
            TensorPrimitives.Add(sum, vector, sum);
        }

        TensorPrimitives.Divide(sum, vectors.Count, sum);
        return sum;
    }

    public static float[] Minus(float[] vector, float[] mean)
    {
        var difference = new float[vector.Length];
        TensorPrimitives.Subtract(vector, mean, difference);
        return difference;
    }

    /// <summary>Each less the mean of all.</summary>
    public static float[][] Centred(float[][] inputs)
    {
        var mean = Mean(inputs);
        return Array.ConvertAll(inputs, i => Minus(i, mean));
    }

    /// <summary>The root mean square of each place; 1 where it is 0, so that a feature that is the same everywhere keeps its numbers.</summary>
    public static float[] Deviations(float[][][] inputs)
    {
        var all = inputs.SelectMany(i => i).ToList();
        return [.. Enumerable.Range(0, all[0].Length).Select(f => MathF.Sqrt(all.Average(i => i[f] * i[f])) is > 0 and var deviation ? deviation : 1)];
    }
}
