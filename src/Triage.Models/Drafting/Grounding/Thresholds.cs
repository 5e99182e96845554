namespace Triage.Models.Drafting.Grounding;

/// <summary>Measured on mutated letters of the tests and of the shipped knowledge (`Triage.Evaluation ground`).</summary>
internal static class Thresholds
{
    /// <summary>Least part of a sentence's words, by rarity, that a source must hold.</summary>
    public const double Sentence = 0.55;

    /// <summary>From here on two sentences are about the same thing, and one "nicht" between them is a contradiction.</summary>
    public const double SameSentence = 0.8;

    /// <summary>How alike the surroundings of a value must be.</summary>
    public static double Least(string kind) => Unmistakable(kind) ? 0 : 0.1;

    /// <summary>How alike, measured by the best place where another value of the kind stands.</summary>
    public static double Rival(string kind) => Unmistakable(kind) ? 0.6 : 0.85;

    // Stand in contact blocks with few words around, and hardly ever twice with different meaning.
    private static bool Unmistakable(string kind) => kind is StatementKinds.Phone or StatementKinds.Email or StatementKinds.Url
        or StatementKinds.Address or StatementKinds.Paragraph or StatementKinds.Office or StatementKinds.Form;
}
