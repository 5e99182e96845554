using System.Numerics.Tensors;
using Triage.Models.Drafting.Composing;

namespace Triage.Models.Learning;

/// <summary>
/// Fits <see cref="SectionModel"/>: the likeliest choice among the sections found shall be one that answers (ListNet, Cao et al.
/// 2007), by gradient descent over all rows at once (Adam, Kingma and Ba 2015), the map held near 0 by its square. The same rows
/// give the same model.
/// </summary>
internal sealed class SectionFit
{
    private const int Steps = 150;
    private const float WeightRate = 0.05f;
    private const float MapRate = 0.003f;
    private const float WeightDecay = 2e-3f;

    // Of the messages of one half learned, judged on the other: flat from 1e-3 to 3e-3.
    private const float MapDecay = 2e-3f;

    // The map's values stay small beside it, as the rate expects.
    private const float Slope = 30;

    private readonly IReadOnlyList<SectionExample> rows;
    private readonly float[] mean;
    private readonly float[] scale;
    private readonly float[][] centred;
    private readonly float[][][] inputs;
    private readonly Adam weights;
    private readonly Adam map;

    private SectionFit(IReadOnlyList<SectionExample> rows)
    {
        this.rows = rows;
        mean = Vectors.Mean([.. rows.Select(r => r.Message)]);
        centred = [.. rows.Select(r => Vectors.Minus(r.Message, mean))];
        var raw = rows.Select(r => r.Sections.Select((s, i) => Input(r, s, i)).ToArray()).ToArray();
        inputs = Array.ConvertAll(raw, Vectors.Centred);
        scale = Vectors.Deviations(inputs);
        foreach (var input in inputs.SelectMany(i => i))
        {
            TensorPrimitives.Divide(input, scale, input);
        }

        (weights, map) = (new Adam(scale.Length, WeightRate), new Adam(mean.Length * mean.Length, MapRate));
    }

    private int Size => mean.Length;

    /// <param name="rows">At least one.</param>
    /// <param name="embedding">The embedding model's id.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    public static SectionModel Run(IReadOnlyList<SectionExample> rows, string embedding, CancellationToken cancellation)
    {
        var fit = new SectionFit(rows);
        for (var step = 0; step < Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            fit.Step();
        }

        return fit.Model(embedding);
    }

    // The nearness to this message and to the mean one stand before the features; the model has them in its map.
    private float[] Input(SectionExample row, float[] section, int index) =>
        [TensorPrimitives.Dot<float>(row.Message, section), TensorPrimitives.Dot<float>(mean, section), .. row.Features[index]];

    private void Step()
    {
        var (errors, pulls) = (new float[rows.Count][], new float[rows.Count][]);
        Parallel.For(0, rows.Count, r => (errors[r], pulls[r]) = Row(r));
        var weightGradient = new float[scale.Length];
        for (var r = 0; r < rows.Count; r++)
        {
            for (var i = 0; i < errors[r].Length; i++)
            {
                TensorPrimitives.MultiplyAdd(inputs[r][i], errors[r][i], weightGradient, weightGradient);
            }
        }

        var mapGradient = new float[Size * Size];
        Parallel.For(0, Size, i =>
        {
            var line = mapGradient.AsSpan(i * Size, Size);
            for (var r = 0; r < rows.Count; r++)
            {
                TensorPrimitives.MultiplyAdd(pulls[r], Slope * centred[r][i], line, line);
            }
        });
        weights.Step(weightGradient, WeightDecay);
        map.Step(mapGradient, MapDecay);
    }

    // How much too likely each section is, and the sum of their vectors weighed by that.
    private (float[] Errors, float[] Pull) Row(int r)
    {
        var row = rows[r];
        var wanted = new float[Size];
        for (var i = 0; i < Size; i++)
        {
            TensorPrimitives.MultiplyAdd(map.Values.AsSpan(i * Size, Size), centred[r][i], wanted, wanted);
        }

        var scores = row.Sections.Select((s, i) => TensorPrimitives.Dot<float>(inputs[r][i], weights.Values) + (Slope * TensorPrimitives.Dot<float>(wanted, s))).ToArray();
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.SoftMax(scores, scores);
        TensorPrimitives.Subtract(scores, row.Share, scores);
        TensorPrimitives.Divide(scores, rows.Count, scores);
        var pull = new float[Size];
        for (var i = 0; i < scores.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(row.Sections[i], scores[i], pull, pull);
        }

        return (scores, pull);
    }

    private SectionModel Model(string embedding)
    {
        var learned = new float[scale.Length];
        TensorPrimitives.Divide(weights.Values, scale, learned);
        var (own, toAll) = (learned[0], new float[Size]);
        TensorPrimitives.Multiply(mean, learned[1], toAll);
        var lines = new float[Size][];
        for (var i = 0; i < Size; i++)
        {
            lines[i] = new float[Size];
            TensorPrimitives.Multiply(map.Values.AsSpan(i * Size, Size), Slope, lines[i]);
            TensorPrimitives.MultiplyAdd(lines[i], -mean[i], toAll, toAll);
            lines[i][i] += own;
        }

        return new SectionModel(embedding, learned[2..], toAll, lines);
    }
}
