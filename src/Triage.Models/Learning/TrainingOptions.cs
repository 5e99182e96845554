namespace Triage.Models.Learning;

/// <summary>How a router is trained. The defaults come from cross-validation on sets that nobody here wrote.</summary>
public sealed record TrainingOptions
{
    /// <summary>Same seed and data: same model.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Parts into which the data are cut for held-out predictions; at least 2.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Most n-grams that the model knows; decides its size.</summary>
    public int MostNGrams { get; init; } = 30_000;

    /// <summary>An n-gram must be in so many training texts.</summary>
    public int LeastTexts { get; init; } = 2;

    /// <summary>False: whole words and pairs of them only, to measure what runs of characters bring.</summary>
    public bool CharacterRuns { get; init; } = true;

    /// <summary>False: the models with the embedding learn from it alone, to measure what n-grams bring.</summary>
    public bool NGrams { get; init; } = true;

    /// <summary>
    /// Further rows to learn from that are no inquiries, such as the descriptions of topics; no figure is taken on them.
    /// </summary>
    public IReadOnlyList<TrainingExample> Hints { get; init; } = [];

    /// <summary>Fits at once. Does not change the result.</summary>
    public int Parallel { get; init; } = Math.Max(1, Environment.ProcessorCount);
}
