namespace Triage.Models.Retrieving;

/// <summary>What a passage's subject and age add to its score, however it was found.</summary>
internal static class PassageBoost
{
    // A hint moves a passage by as much as a clear difference between two cosines, never by more.
    private const float Topic = 0.02f;
    private const float Department = 0.01f;

    // What a newer article has overtaken comes behind it, but is still found where it alone answers.
    private const float OutdatedPenalty = 0.02f;

    public static float Of(KnowledgeQuery query, Passage passage) => Hint(query, passage) - (passage.IsOutdated ? OutdatedPenalty : 0);

    private static float Hint(KnowledgeQuery query, Passage passage) =>
        query.Topic is { } topic && passage.Topic == topic ? Topic
        : query.Department is { } department && passage.Department == department ? Department
        : 0;
}
