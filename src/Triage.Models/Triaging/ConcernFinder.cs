namespace Triage.Models.Triaging;

/// <summary>One sentence by itself: how likely each topic is, whether it asks, and whether it opens something further.</summary>
internal sealed record SentenceTopics(Span Place, double[] Probabilities, int Words, bool Asks, bool Opens);

/// <summary>A topic beside the main one, the sentence that speaks for it most, and what that says (see <see cref="ConcernFinder.Evidence"/>).</summary>
internal sealed record ConcernCandidate(string Topic, Span Sentence, double[] Evidence);

/// <summary>
/// Finds second concerns: topics that carry a sentence of their own. Sentences are judged by n-grams alone: embedding each
/// of them too brought next to nothing on held-out hands, and would cost more than all other steps. Probabilities are taken
/// before temperature, so that what is learned about them does not depend on the calibration.
/// </summary>
internal static class ConcernFinder
{
    private const int FewestWords = 3;
    private const int MostCandidates = 6;
    private const int MostNamed = 2;

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
            var sentence = text.Substring(place.Start, place.Length);
            var words = TextAnalyzer.Words(sentence);
            if (words.Count >= FewestWords)
            {
                var probabilities = Softmax.Of(topics.Scores(TextFeatures.Of(words, model.Vocabulary, null)), 1);
                judged.Add(new SentenceTopics(place, probabilities, words.Count, sentence.AsSpan().IndexOfAny('?', '؟') >= 0, ConnectorWords.Open(words)));
            }
        }

        return judged.Count > 1 ? judged : [];
    }

    /// <summary>The topics that the whole message or one of its sentences makes likely, beside the main one.</summary>
    public static IReadOnlyList<ConcernCandidate> Candidates(string[] topics, double[] scores, IReadOnlyList<SentenceTopics> sentences)
    {
        if (sentences.Count == 0)
        {
            return [];
        }

        var whole = Softmax.Of(scores, 1);
        var main = Softmax.Best(whole);
        var peaks = Enumerable.Range(0, topics.Length).Select(t => sentences.Max(s => s.Probabilities[t])).ToArray();
        return topics[main] == LabelScores.None
            ? []
            : [.. Likeliest(whole).Union(Likeliest(peaks)).Where(t => t != main && topics[t] != LabelScores.None).Order()
                .Select(t => Candidate(topics[t], t, main, whole, sentences))];
    }

    /// <summary>Those of the candidates that are clear, the clearest first.</summary>
    public static IEnumerable<ConcernCandidate> Clear(IReadOnlyList<ConcernCandidate> candidates, ConcernSettings settings) => settings.Weights is null
        ? []
        : candidates.Where(c => settings.Probability(c) >= settings.From).OrderByDescending(settings.Probability).Take(MostNamed);

    private static IEnumerable<int> Likeliest(double[] numbers) =>
        Enumerable.Range(0, numbers.Length).OrderByDescending(t => numbers[t]).ThenBy(t => t).Take(MostCandidates);

    private static ConcernCandidate Candidate(string name, int topic, int main, double[] whole, IReadOnlyList<SentenceTopics> sentences)
    {
        var place = Softmax.Best([.. sentences.Select(s => s.Probabilities[topic])]);
        return new ConcernCandidate(name, sentences[place].Place, Evidence(topic, main, whole, sentences, place));
    }

    /// <summary>
    /// Log-odds of the topic in the whole and in its best sentence; there against the main topic and against the best other;
    /// whether that sentence opens something further and whether it asks, whether any sentence opens something; number of
    /// sentences, place and length of the sentence; log-odds of the main topic.
    /// </summary>
    private static double[] Evidence(int topic, int main, double[] whole, IReadOnlyList<SentenceTopics> sentences, int place)
    {
        var best = sentences[place];
        var other = best.Probabilities.Where((_, t) => t != topic).Max();
        return
        [
            LogOdds(whole[topic]), LogOdds(best.Probabilities[topic]),
            LogRatio(best.Probabilities[topic], best.Probabilities[main]), LogRatio(best.Probabilities[topic], other),
            best.Opens ? 1 : 0, best.Asks ? 1 : 0, sentences.Any(s => s.Opens) ? 1 : 0,
            Math.Log(sentences.Count), (double)place / sentences.Count, Math.Log(1 + best.Words), LogOdds(whole[main]),
        ];
    }

    private static double LogOdds(double p) => LogRatio(p, 1 - p);

    private static double LogRatio(double a, double b) => Math.Log(Math.Max(a, 1e-6) / Math.Max(b, 1e-6));
}
