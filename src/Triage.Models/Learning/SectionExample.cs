using Triage.Models.Drafting.Composing;
using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>The sections that may answer one message.</summary>
/// <param name="Message">Its embedding.</param>
/// <param name="Sections">Their embeddings.</param>
/// <param name="Features">Of each section, as <see cref="SectionFeatures"/> gives them.</param>
/// <param name="Share">Of each section in the answer: the sections that answer share 1 evenly, the others have 0.</param>
internal sealed record SectionExample(float[] Message, IReadOnlyList<float[]> Sections, float[][] Features, float[] Share)
{
    /// <summary>Null where none of the sections that answer was found.</summary>
    public static async Task<SectionExample?> OfAsync(
        AnsweredInquiry row, ArticleRanking ranking, ITextEmbedder embedder, CancellationToken cancellation)
    {
        var message = row.Inquiry.Whole;
        var candidates = Candidate.Of(message, await ranking.OfAsync(message, row.Found, cancellation));
        var answers = candidates.Select(c => row.Answers.Contains(new SectionName(c.Section.Passage.ArticleId, c.Section.Heading))).ToArray();
        if (!answers.Contains(true))
        {
            return null;
        }

        var vectors = await SectionVectors.OfAsync(embedder, message, [.. row.Found.Questions.Select(q => q.Question.Text)], candidates, cancellation);
        var share = 1f / answers.Count(a => a);
        return new SectionExample(
            vectors.Message, vectors.Sections, [.. candidates.Select((c, i) => SectionFeatures.Of(c, vectors, i))], Array.ConvertAll(answers, a => a ? share : 0));
    }
}
