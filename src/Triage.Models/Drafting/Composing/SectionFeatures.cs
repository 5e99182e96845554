using System.Numerics.Tensors;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Composing;

/// <summary>The vectors of a message, of its questions, and of the sections that may answer it.</summary>
internal sealed record SectionVectors(float[] Message, IReadOnlyList<float[]> Questions, IReadOnlyList<float[]> Sections, IReadOnlyList<float[]> Headings)
{
    public static async Task<SectionVectors> OfAsync(
        ITextEmbedder embedder, string message, IReadOnlyList<string> questions, IReadOnlyList<Candidate> candidates, CancellationToken cancellation)
    {
        var asked = await embedder.EmbedAsync([message, .. questions], EmbeddingRole.Query, cancellation);
        var sections = await embedder.EmbedAsync([.. candidates.Select(c => c.Section.Meaning)], EmbeddingRole.Passage, cancellation);
        // A heading is as short as a question, and is compared with one.
        var headings = await embedder.EmbedAsync([.. candidates.Select(c => c.Section.Name)], EmbeddingRole.Query, cancellation);
        return new SectionVectors(asked[0], asked[1..], sections, headings);
    }
}

/// <summary>What is known of a section beside its own vector, as numbers for <see cref="SectionModel"/>.</summary>
internal static class SectionFeatures
{
    /// <summary>In the order of the numbers.</summary>
    public static readonly string[] Names = ["heading", "facts", "price", "behind", "found", "place"];

    private const int MostFacts = 3;

    public static float[] Of(Candidate candidate, SectionVectors vectors, int index) =>
    [
        Nearest(vectors, vectors.Headings[index]),
        Facts(candidate.Section),
        HasPrice(candidate.Section) ? 1 : 0,
        (float)candidate.Behind,
        (float)candidate.Found,
        candidate.Place,
    ];

    /// <summary>0 to 1: three facts are enough.</summary>
    public static float Facts(Section section) => Math.Min(MostFacts, section.Units.Sum(u => u.Statements.Count)) / (float)MostFacts;

    public static bool HasPrice(Section section) => section.Units.Any(u => u.Statements.Exists(s => s.Kind == StatementKinds.Amount));

    private static float Nearest(SectionVectors vectors, float[] vector) =>
        vectors.Questions.DefaultIfEmpty(vectors.Message).Max(q => TensorPrimitives.Dot<float>(q, vector));
}
