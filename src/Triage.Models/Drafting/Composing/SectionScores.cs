using System.Numerics.Tensors;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Drafting.Language;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Composing;

/// <summary>A section of a passage that was found, and the passage's place in the search.</summary>
internal sealed record Candidate(Section Section, int Rank);

/// <summary>How well each section answers a question: by meaning, words, intent, and the place of its passage in the search.</summary>
internal sealed class SectionScores(ITextEmbedder? embedder)
{
    // The scale of the shipped model's cosines between a question and sections about its subject: 0.8 to 0.92.
    private const double Zero = 0.8;
    private const double Slope = 9;
    private const double WordShare = 0.45;
    private const double IntentBonus = 0.2;
    private const double RankStep = 0.04;
    private const double Outdated = 0.25;

    /// <param name="question">The citizen's words.</param>
    /// <param name="context">Topic and subject, which a short question leaves out; they count by their words.</param>
    /// <param name="candidates">In the order of the search.</param>
    /// <param name="cancellation">Stops the embedding.</param>
    public async Task<double[]> OfAsync(
        string question, string context, IReadOnlyList<Candidate> candidates, CancellationToken cancellation)
    {
        var near = await NearnessAsync(question, candidates, cancellation);
        var rarity = new Rarity([.. candidates.SelectMany(c => c.Section.Units)]);
        var asked = Words.Read(question).Concat(Words.Read(context)).Select(w => w.Stem).Distinct().ToList();
        var intents = Intent.All.Where(i => i.Asks.IsMatch(question)).ToList();
        return [.. candidates.Select((c, i) => near[i] + (WordShare * Coverage(asked, c.Section, rarity))
            + (intents.Exists(intent => Answers(intent, c.Section)) ? IntentBonus : 0)
            - (RankStep * c.Rank) - (c.Section.Passage.IsOutdated ? Outdated : 0))];
    }

    private static bool Answers(Intent intent, Section section) => section.Units.Any(u => intent.IsAnsweredBy(u, section.Heading));

    private static double Coverage(List<string> asked, Section section, Rarity rarity)
    {
        double all = 0, held = 0;
        var stems = section.Units.SelectMany(u => u.Words.Concat(u.LeadIn)).Concat(Words.Read(section.Heading)).Select(w => w.Stem).Distinct().ToList();
        foreach (var word in asked)
        {
            var weight = rarity.Knows(word) ? rarity.Of(word) : 0.5;
            all += weight;
            held += weight * (stems.Count == 0 ? 0 : stems.Max(s => Words.Likeness(word, s)));
        }

        return all == 0 ? 0 : held / all;
    }

    private async Task<double[]> NearnessAsync(string question, IReadOnlyList<Candidate> candidates, CancellationToken cancellation)
    {
        if (embedder is null || !Meaning.IsCalibratedFor(embedder))
        {
            return new double[candidates.Count];
        }

        var asked = (await embedder.EmbedAsync([question], EmbeddingRole.Query, cancellation))[0];
        var sections = await embedder.EmbedAsync([.. candidates.Select(c => c.Section.Meaning)], EmbeddingRole.Passage, cancellation);
        return [.. sections.Select(s => Slope * (TensorPrimitives.Dot<float>(asked, s) - Zero))];
    }
}
