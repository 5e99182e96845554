using System.Numerics.Tensors;
using Triage.Models.Drafting.Language;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Composing;

/// <summary>What each candidate is worth to the letter, and to each question alone; no questions where words alone are compared.</summary>
internal sealed record SectionValues(double[] Overall, IReadOnlyList<double[]> ToQuestion);

/// <summary>How much each section belongs into an answer: as was learned from answered inquiries, or by words alone.</summary>
/// <param name="embedder">Null, or another model than the one that was learned with: words alone.</param>
internal sealed class SectionScores(ITextEmbedder? embedder)
{
    // For the section that a question gets: it must be about this question, however much another one holds. Level between
    // 40 and 100 (right golden letters .614, .624 with 60, .605: chance could do that).
    private const double OwnQuestionSlope = 60;

    // A second price of the same article is often somebody else's.
    private const double SecondPrice = 0.6;

    // By words alone, in round numbers: a section with amounts and days answers more, a by-law says in its own words what an
    // article explains.
    private const double WordWeight = 0.15;
    private const double ArticleWeight = 0.5;
    private const double AmountWeight = 0.25;
    private const double FactsWeight = 0.6;
    private const double Paragraph = 1;

    /// <param name="message">All of it.</param>
    /// <param name="questions">Its questions; they may be none.</param>
    /// <param name="candidates">Sections of the articles that may answer.</param>
    /// <param name="cancellation">Stops the embedding.</param>
    public async Task<SectionValues> OfAsync(
        string message, IReadOnlyList<string> questions, IReadOnlyList<Candidate> candidates, CancellationToken cancellation)
    {
        if (embedder is null || !SectionModel.Shipped.Fits(embedder))
        {
            return new SectionValues(HeldBack(ByWords(message, candidates), candidates), []);
        }

        var vectors = await SectionVectors.OfAsync(embedder, message, questions, candidates, cancellation);
        var wanted = SectionModel.Shipped.Wanted(vectors.Message);
        var overall = HeldBack(
            [.. candidates.Select((c, i) => SectionModel.Shipped.Score(wanted, vectors.Sections[i], SectionFeatures.Of(c, vectors, i)))], candidates);
        return new SectionValues(overall, [.. vectors.Questions.Select(q => overall
            .Zip(vectors.Sections, (all, own) => all + (OwnQuestionSlope * TensorPrimitives.Dot<float>(q, own))).ToArray())]);
    }

    private static double[] HeldBack(double[] overall, IReadOnlyList<Candidate> candidates)
    {
        var priced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var c in Enumerable.Range(0, overall.Length).OrderByDescending(c => overall[c]).ToList())
        {
            var section = candidates[c].Section;
            overall[c] -= SectionFeatures.HasPrice(section) && !priced.Add(section.Passage.ArticleId) ? SecondPrice : 0;
        }

        return overall;
    }

    private static double[] ByWords(string message, IReadOnlyList<Candidate> candidates) =>
        [.. Coverage(message, candidates).Zip(candidates, (words, c) =>
            (WordWeight * words) - (ArticleWeight * c.Behind) + (FactsWeight * SectionFeatures.Facts(c.Section))
            + (SectionFeatures.HasPrice(c.Section) ? AmountWeight : 0) - (c.Section.Heading.StartsWith('§') ? Paragraph : 0))];

    // Words of the message that stand in the section; one that stands in few of the sections tells more.
    private static double[] Coverage(string message, IReadOnlyList<Candidate> candidates)
    {
        var stems = candidates.Select(c => c.Section.Units.SelectMany(u => u.Words.Concat(u.LeadIn)).Concat(Words.Read(c.Section.Heading))
            .Select(w => w.Stem).Distinct().ToList()).ToList();
        var held = new double[candidates.Count];
        foreach (var word in Words.Read(message).Select(w => w.Stem).Distinct())
        {
            var likeness = stems.Select(s => s.Count == 0 ? 0 : s.Max(other => Words.Likeness(word, other))).ToArray();
            var rarity = Math.Max(0, Math.Log((candidates.Count + 1) / (likeness.Sum() + 0.5)));
            for (var i = 0; i < held.Length; i++)
            {
                held[i] += rarity * likeness[i];
            }
        }

        return held;
    }
}
