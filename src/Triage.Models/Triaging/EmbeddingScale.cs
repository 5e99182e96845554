namespace Triage.Models.Triaging;

/// <summary>
/// Brings sentence embeddings, which all point into nearly the same direction, to mean 0 and spread 1 in each number over
/// the training texts, and to length 1 in all.
/// </summary>
internal sealed record EmbeddingScale(string ModelId, float[] Mean, float[] Deviation)
{
    public static EmbeddingScale From(string modelId, IReadOnlyList<float[]> vectors)
    {
        var size = vectors[0].Length;
        var mean = new double[size];
        var squares = new double[size];
        foreach (var vector in vectors)
        {
            for (var d = 0; d < size; d++)
            {
                mean[d] += vector[d] / (double)vectors.Count;
                squares[d] += (double)vector[d] * vector[d] / vectors.Count;
            }
        }

        return new EmbeddingScale(
            modelId,
            Array.ConvertAll(mean, m => (float)m),
            [.. squares.Select((s, d) => (float)Math.Sqrt(Math.Max(s - mean[d] * mean[d], 1e-8)))]);
    }

    public float[] Apply(float[] vector)
    {
        var scaled = new float[Mean.Length];
        double length = 0;
        for (var d = 0; d < scaled.Length; d++)
        {
            scaled[d] = (vector[d] - Mean[d]) / Deviation[d];
            length += (double)scaled[d] * scaled[d];
        }

        var factor = length > 0 ? (float)(1 / Math.Sqrt(length)) : 0;
        return Array.ConvertAll(scaled, v => v * factor);
    }
}
