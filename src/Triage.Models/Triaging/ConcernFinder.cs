namespace Triage.Models.Triaging;

/// <summary>How likely each topic is, judged by one sentence alone.</summary>
internal sealed record SentenceTopics(Span Place, double[] Probabilities);

/// <summary>A topic beside the main one, the sentence that speaks for it most, and its probability there and in the whole.</summary>
internal sealed record ConcernCandidate(string Topic, Span Sentence, double InSentence, double InWhole);

/// <summary>
/// Finds second concerns: topics that carry a sentence of their own. Sentences are judged by n-grams alone, and
/// probabilities are taken before temperature, so that the thresholds do not depend on the calibration.
/// </summary>
internal static class ConcernFinder
{
    private const int FewestWords = 3;
    private const int MostCandidates = 4;

    /// <summary>The topics of each sentence; nothing for a message of one sentence.</summary>
    public static IReadOnlyList<SentenceTopics> Sentences(RouterModel model, string text)
    {
        if (model.WordsOnly.Topic is not { } topics)
        {
            return [];
        }

        var judged = new List<SentenceTopics>();
        foreach (var place in MessageSentences.Split(text))
        {
            var words = TextAnalyzer.Words(text.Substring(place.Start, place.Length));
            if (words.Count >= FewestWords)
            {
                judged.Add(new SentenceTopics(place, Softmax.Of(topics.Scores(TextFeatures.Of(words, model.Vocabulary, null)), 1)));
            }
        }

        return judged.Count > 1 ? judged : [];
    }

    /// <summary>The best candidates, most likely first.</summary>
    public static IReadOnlyList<ConcernCandidate> Candidates(string[] topics, double[] scores, IReadOnlyList<SentenceTopics> sentences)
    {
        var whole = Softmax.Of(scores, 1);
        var main = Softmax.Best(whole);
        return [.. Enumerable.Range(0, topics.Length)
            .Where(t => t != main && topics[t] != LabelScores.None)
            .Select(t => Candidate(topics[t], t, main, whole[t], sentences))
            .Where(c => c.InSentence > 0)
            .OrderByDescending(c => c.InSentence * c.InWhole)
            .Take(MostCandidates)];
    }

    public static bool Clear(ConcernCandidate candidate, ConcernSettings settings) =>
        candidate.InSentence >= settings.InSentence && candidate.InWhole >= settings.InWhole;

    private static ConcernCandidate Candidate(string name, int topic, int main, double whole, IReadOnlyList<SentenceTopics> sentences)
    {
        var best = sentences.Where(s => s.Probabilities[topic] > s.Probabilities[main]).MaxBy(s => s.Probabilities[topic]);
        return new ConcernCandidate(name, best?.Place ?? default, best?.Probabilities[topic] ?? 0, whole);
    }
}
