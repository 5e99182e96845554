using System.Numerics.Tensors;

namespace Triage.Models.Retrieving;

/// <summary>
/// One score from the words that a question shares with a passage and from the nearness of their meaning. The lexical
/// share weighs itself: it is near 0 for a paraphrase, whose words the passage does not have, and large for a question
/// in the words of the text; and it counts little where the question has few telling words, of which one found by
/// chance would be half. So one setting keeps the better of both, where sums of ranks or of scores that are normalised
/// for each question lose a tenth of the recall on paraphrases.
/// </summary>
internal static class HybridScore
{
    /// <summary>The same where words alone are compared.</summary>
    public const float LexicalMinimum = 0.2f;

    /// <summary>Messages that ask nothing: passages near to them are near to every message.</summary>
    public static readonly string[] EmptyMessages =
    [
        "Guten Tag, ich habe eine Frage. Können Sie mir bitte weiterhelfen? Vielen Dank und freundliche Grüße",
        "Hallo, ich wohne hier und habe ein Anliegen. Wie geht das, was muss ich tun und was kostet es?",
        "Sehr geehrte Damen und Herren, ich schreibe Ihnen, weil ich nicht weiß, wer zuständig ist. Mit freundlichen Grüßen",
        "moin, mal ne frage, wie läuft das bei euch? danke",
    ];

    private const float Doubt = 10;

    // Above both lie 19 of 20 German messages about subjects that the town's articles have, and half of the questions
    // about things that it has none of.
    private const float Minimum = 0.85f;
    private const double MinimumDeviations = 2.9;

    // Messages in other languages come less near and share no words. Above both lie 19 of 20 training messages that an
    // article could answer; three in four of these stay below the limits for German.
    private const float ForeignMinimum = 0.793f;
    private const double ForeignDeviations = 2.45;
    private const int FewestForDeviations = 300;

    // No passage has all words of a long message; a question of eight rare words already tells enough.
    private const float MostInformation = 40;

    /// <summary>
    /// Whether nothing answers: the best is not near, or it does not stand out from the rest, as when a message is about
    /// the town in general (told only where there is a rest to stand out from).
    /// </summary>
    /// <param name="best">The best score.</param>
    /// <param name="rest">Of all passages, or of many that were not chosen for their score.</param>
    /// <param name="foreign">The question is in another language than the passages.</param>
    public static bool NothingAnswers(float best, float[] rest, bool foreign)
    {
        var (minimum, deviations) = foreign ? (ForeignMinimum, ForeignDeviations) : (Minimum, MinimumDeviations);
        return best < minimum
            || (rest.Length >= FewestForDeviations && best - TensorPrimitives.Average(rest) < deviations * TensorPrimitives.StdDev(rest));
    }

    /// <summary>A score for each passage from its lexical share of a question with so much information.</summary>
    public static float[] Combine(float[] lexical, float information, float[] nearness, HybridWeights weights)
    {
        var weight = weights.Lexical * information / (information + Doubt) * Math.Max(1, information / MostInformation);
        var scores = new float[lexical.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = nearness[i] + (weight * lexical[i]);
        }

        return scores;
    }

    /// <summary>The cosine of each passage with the question (vectors have length 1), less what every message would have.</summary>
    public static float[] Nearness(float[] question, float[][] vectors, float[] toAll)
    {
        var nearness = new float[vectors.Length];
        for (var i = 0; i < nearness.Length; i++)
        {
            nearness[i] = TensorPrimitives.Dot(question, vectors[i]) - toAll[i];
        }

        return nearness;
    }

    /// <summary>How much nearer than others each passage is to messages that ask nothing, as <see cref="Nearness"/> takes it off.</summary>
    public static float[] NearnessToAll(float[][] emptyMessages, float[][] vectors, HybridWeights weights)
    {
        var means = Array.ConvertAll(vectors, v => emptyMessages.Average(m => TensorPrimitives.Dot(m, v)));
        var average = means.DefaultIfEmpty().Average();
        return Array.ConvertAll(means, mean => weights.NearnessToAll * (mean - average));
    }
}
