using System.Numerics.Tensors;

namespace Triage.Models.Retrieving;

/// <summary>
/// One score from the words that a question shares with a passage and from the nearness of their meaning. The lexical
/// share weighs itself: it is near 0 for a paraphrase, whose words the passage does not have, and large for a question
/// in the words of the text, so that no plain sum of ranks or of scores normalised per question is needed.
/// </summary>
internal static class HybridScore
{
    // Measured on questions about statutes, services and health: docs/decisions. Cosines of this model lie between 0.7 and 1.
    private const float LexicalWeight = 0.1f;

    /// <summary>Below this nothing answers.</summary>
    public const float Minimum = 0.86f;

    /// <summary>The same where words alone are compared.</summary>
    public const float LexicalMinimum = 0.2f;

    /// <summary>A score for each passage; <paramref name="lexical"/> is null where meaning alone counts.</summary>
    public static float[] Combine(float[]? lexical, float[] question, float[][] vectors)
    {
        var scores = new float[vectors.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = TensorPrimitives.Dot(question, vectors[i]) + (lexical is null ? 0 : LexicalWeight * lexical[i]);
        }

        return scores;
    }
}
