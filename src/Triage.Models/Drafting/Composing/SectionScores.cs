using System.Numerics.Tensors;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Drafting.Language;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Composing;

/// <summary>A section of an article that was found. <see cref="Behind"/>: its article's distance from the best one.</summary>
internal sealed record Candidate(Section Section, double Behind);

/// <summary>What each candidate is worth to the letter, and to each question alone; no questions without a model that compares meanings.</summary>
internal sealed record SectionValues(double[] Overall, IReadOnlyList<double[]> ToQuestion);

/// <summary>
/// How much each section belongs into an answer: by meaning, by words, by its article's place, and by the facts that it
/// holds, because an answer without amounts, days and addresses leaves the citizen where he was.
/// </summary>
/// <remarks>
/// The weights are round numbers: on either half of the golden inquiries each may be halved or doubled without changing the
/// share of right letters by more than chance does.
/// </remarks>
internal sealed class SectionScores(ITextEmbedder? embedder)
{
    // The shipped model's cosines between a message and the sections of one article lie within some hundredths.
    private const double MessageSlope = 20;
    private const double QuestionSlope = 8;
    private const double HeadingSlope = 5;

    // For the section that a question gets: between 40 and 80 right letters are .576 to .581, without a section for each .571.
    private const double OwnQuestionSlope = 40;
    private const double WordWeight = 0.15;
    private const double ArticleWeight = 0.5;
    private const double MainArticle = 0.5;
    private const double FactWeight = 0.2;
    private const double AmountWeight = 0.25;
    private const int MostFacts = 3;

    // A second price of the same article is often somebody else's: wrong facts fall from .114 to .110 of the golden letters, with
    // 200 words from .114 to .100; twice as much costs a fact in a hundred.
    private const double SecondPrice = 0.6;

    // A by-law says in its own words what an article explains.
    private const double Paragraph = 1;

    /// <param name="message">All of it.</param>
    /// <param name="questions">Its questions; they may be none.</param>
    /// <param name="candidates">Sections of the articles that may answer.</param>
    /// <param name="cancellation">Stops the embedding.</param>
    public async Task<SectionValues> OfAsync(
        string message, IReadOnlyList<string> questions, IReadOnlyList<Candidate> candidates, CancellationToken cancellation)
    {
        var (near, toQuestion) = await NearnessAsync(message, questions, candidates, cancellation);
        var words = Coverage(message, candidates);
        double[] overall = [.. candidates.Select((c, i) => near[i] + (WordWeight * words[i]) + Facts(c.Section)
            + (c.Behind == 0 ? MainArticle : 0) - (ArticleWeight * c.Behind) - (c.Section.Heading.StartsWith('§') ? Paragraph : 0))];
        HoldBackSecondPrices(overall, candidates);
        return new SectionValues(overall, [.. toQuestion.Select(q => overall.Zip(q, (all, own) => all + (OwnQuestionSlope * own)).ToArray())]);
    }

    private static void HoldBackSecondPrices(double[] overall, IReadOnlyList<Candidate> candidates)
    {
        var priced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var c in Enumerable.Range(0, overall.Length).OrderByDescending(c => overall[c]).ToList())
        {
            var section = candidates[c].Section;
            overall[c] -= HasPrice(section) && !priced.Add(section.Passage.ArticleId) ? SecondPrice : 0;
        }
    }

    private static double Facts(Section section) =>
        (FactWeight * Math.Min(MostFacts, section.Units.Sum(u => u.Statements.Count))) + (HasPrice(section) ? AmountWeight : 0);

    private static bool HasPrice(Section section) => section.Units.Any(u => u.Statements.Exists(s => s.Kind == StatementKinds.Amount));

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

    private async Task<(double[] Overall, IReadOnlyList<double[]> ToQuestion)> NearnessAsync(
        string message, IReadOnlyList<string> questions, IReadOnlyList<Candidate> candidates, CancellationToken cancellation)
    {
        if (embedder is null || !Meaning.IsCalibratedFor(embedder))
        {
            return (new double[candidates.Count], []);
        }

        var asked = await embedder.EmbedAsync([message, .. questions.DefaultIfEmpty(message)], EmbeddingRole.Query, cancellation);
        var sections = await embedder.EmbedAsync([.. candidates.Select(c => c.Section.Meaning)], EmbeddingRole.Passage, cancellation);
        var headings = await embedder.EmbedAsync([.. candidates.Select(c => c.Section.Name)], EmbeddingRole.Query, cancellation);
        double[] overall = [.. sections.Zip(headings, (text, heading) => (MessageSlope * TensorPrimitives.Dot<float>(asked[0], text))
            + (QuestionSlope * Nearest(text)) + (HeadingSlope * Nearest(heading)))];
        return (overall, [.. questions.Select((_, q) => Array.ConvertAll(sections, s => (double)TensorPrimitives.Dot<float>(asked[q + 1], s)))]);

        double Nearest(float[] vector) => asked.Skip(1).Max(q => TensorPrimitives.Dot<float>(q, vector));
    }
}
