using System.Numerics.Tensors;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Composing;

/// <summary>
/// What makes a section an answer, learned from inquiries whose answering sections were named by hand: a linear map from a
/// message's embedding to that of its answer, and weights for what else is known of a section. It knows no section by name, so
/// that an article written today is judged like any other.
/// </summary>
/// <param name="Embedding">The embedding model it was learned with; vectors of another one mean nothing to it.</param>
/// <param name="Weights">One a feature, in the order of <see cref="SectionFeatures.Names"/>.</param>
/// <param name="ToAll">What a section's vector is worth for any message: sections that come near every message answer few.</param>
/// <param name="Map">[dimension of the message, dimension of the section].</param>
internal sealed record SectionModel(string Embedding, float[] Weights, float[] ToAll, float[][] Map)
{
    private static readonly Lazy<SectionModel> Read = new(() => From(Resource.Open("Composing.section-weights.bin")));

    /// <summary>The one that ships; <c>./eng/eval.sh sections</c> makes it.</summary>
    public static SectionModel Shipped => Read.Value;

    public bool Fits(ITextEmbedder embedder) => embedder.ModelId == Embedding;

    /// <summary>The vector whose product with a section's is the section's worth for this message.</summary>
    public float[] Wanted(float[] message)
    {
        var wanted = (float[])ToAll.Clone();
        for (var i = 0; i < message.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(Map[i], message[i], wanted, wanted);
        }

        return wanted;
    }

    /// <summary>Log-odds up to a constant of the message.</summary>
    public double Score(float[] wanted, float[] section, float[] features) =>
        TensorPrimitives.Dot<float>(wanted, section) + TensorPrimitives.Dot<float>(Weights, features);

    /// <summary>Half-precision numbers behind the embedding model's name.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Embedding);
        foreach (var numbers in Map.Prepend(ToAll).Prepend(Weights))
        {
            writer.Write(numbers.Length);
            foreach (var number in numbers)
            {
                writer.Write((Half)number);
            }
        }
    }

    public static SectionModel From(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var embedding = reader.ReadString();
        var (weights, toAll) = (Numbers(reader), Numbers(reader));
        return new SectionModel(embedding, weights, toAll, [.. toAll.Select(_ => Numbers(reader))]);
    }

    private static float[] Numbers(BinaryReader reader)
    {
        var numbers = new float[reader.ReadInt32()];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (float)reader.ReadHalf();
        }

        return numbers;
    }
}
