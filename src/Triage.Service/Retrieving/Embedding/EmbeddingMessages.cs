using System.Numerics.Tensors;
using System.Text.Json.Serialization;

namespace Triage.Service.Retrieving.Embedding;

// The shapes of OpenAI's interface for embeddings.

internal sealed record EmbeddingRequest(
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("input")] IReadOnlyList<string> Input,
    [property: JsonPropertyName("encoding_format")] string EncodingFormat = "float");

internal sealed record EmbeddingRow(int Index, float[]? Embedding);

/// <summary>Anything may be missing in it: servers differ.</summary>
internal sealed record EmbeddingAnswer(IReadOnlyList<EmbeddingRow?>? Data)
{
    /// <summary>One vector of length 1 for each text, in their order; null where the answer does not hold them.</summary>
    /// <param name="count">Texts that were asked for, at least 1.</param>
    /// <param name="dimensions">Numbers that a vector must have; 0: as many as the first one.</param>
    public float[][]? Vectors(int count, int dimensions)
    {
        var vectors = new float[count][];
        foreach (var row in Data ?? [])
        {
            if (row is not null && row.Index >= 0 && row.Index < count)
            {
                vectors[row.Index] = row.Embedding ?? [];
            }
        }

        var size = dimensions > 0 ? dimensions : vectors[0]?.Length ?? 0;
        return size > 0 && Array.TrueForAll(vectors, v => v?.Length == size && TensorPrimitives.Norm(v) is > 0 and < float.PositiveInfinity)
            ? Array.ConvertAll(vectors, Whole)
            : null;
    }

    private static float[] Whole(float[] vector)
    {
        var length = TensorPrimitives.Norm(vector);
        return Array.ConvertAll(vector, v => v / length);
    }
}
