namespace Triage.Models.Triaging;

/// <summary>Turns the scores of one set of models into a suggestion.</summary>
internal sealed class SetClassifier(RouterModel model, LabelSet set, string version, double target)
{
    private const double FewestKnown = 0.25;
    private const int MostUrgentWords = 6;

    // Held-out rows are by the hands that wrote the others; strangers are misjudged more often. Of the errors that the target
    // allows only so much is spent on held-out rows: on golden .952 of the routed are right; with all of it spent .936 were.
    private const double SpentOnHeldOut = 0.8;

    private readonly RoutingPolicy policy = RoutingPolicy.From(set.Settings.HeldOut, 1 - (SpentOnHeldOut * (1 - target)));
    private readonly ReasonFinder reasons = new(set, model.TopicDepartments);

    public string Version => version;

    public Classification Classify(string text, TextFeatures features)
    {
        var raw = RawScores.Of(set, features);
        var scores = LabelScores.From(set, model.TopicDepartments, raw);
        var decision = Decision.From(set, model.TopicDepartments, scores);
        var language = MessageLanguage.Of(text, features.Words);
        var office = set.Department.Index(decision.Department);
        var abstained = Abstain(decision, language, features);
        var concerns = Concerns(text, raw, decision);
        return new Classification(
            decision.Department, decision.Topic, decision.Kind, decision.Urgent, language.Code,
            [.. concerns.Select(c => c.Topic)],
            abstained is not null,
            Ranked(set.Department, scores.Departments), Ranked(set.Topic, scores.Topics), Ranked(set.Kind, scores.Kinds),
            reasons.Find(text, features, scores, office),
            decision.Urgent ? UrgentWords(text, features) : [],
            version)
        {
            UsesEmbedding = features.Embedding is not null,
            EmbeddingShare = reasons.EmbeddingShare(features, scores, office),
            Concerns = concerns,
            AbstainedBecause = abstained,
        };
    }

    private AbstentionReason? Abstain(Decision decision, MessageLanguage language, TextFeatures features)
    {
        if (language.Foreign)
        {
            return AbstentionReason.Language;
        }

        if (language.Latin && Known(features) < FewestKnown && !FunctionWords.Any(features.Words))
        {
            return AbstentionReason.NoWords;
        }

        return policy.Routes(decision.Department, decision.Confidence) ? null : AbstentionReason.Unsure;
    }

    // Share of the words that hold a known run of four characters or are known as a whole; of a number alone nobody can tell.
    private double Known(TextFeatures features)
    {
        var known = features.Found.Where(g => model.Vocabulary.Names[g.Feature] is ['w', ..] or ['c', _, _, _, _, ..])
            .Select(g => g.First).Distinct().Where(w => features.Words[w].Text.Any(char.IsLetter));
        return features.Words.Count == 0 ? 0 : (double)known.Count() / features.Words.Count;
    }

    private Concern[] Concerns(string text, RawScores raw, Decision decision) => raw.Topic is null || decision.Topic is null
        ? []
        : [.. ConcernFinder.Clear(ConcernFinder.Candidates(set.Topic!.Labels, raw.Topic, ConcernFinder.Sentences(model, text)), set.Settings.Concerns)
            .Where(c => c.Topic != decision.Topic)
            .Select(c => new Concern(c.Topic, c.Sentence.Start, c.Sentence.Length))];

    private static ScoredLabel[] Ranked(LabelModel? label, double[]? probabilities) => label is null
        ? []
        : [.. label.Labels.Zip(probabilities!, (id, p) => new ScoredLabel(id, p)).OrderByDescending(l => l.Confidence).ThenBy(l => l.Id, StringComparer.Ordinal)];

    // The signs that made it urgent, the weightiest first; where there are none, the words with the most weight in the detector.
    private string[] UrgentWords(string text, TextFeatures features)
    {
        var weights = set.Settings.Urgency?.Signs ?? Signs.Urgency.Names.ToDictionary(n => n, _ => 1.0);
        var signals = Signs.Urgency.Find(features.Words).Where(s => weights.GetValueOrDefault(s.List) > 0)
            .OrderByDescending(s => weights[s.List]).ThenBy(s => s.First).Select(s => (s.First, s.Last)).Distinct().ToList();
        signals = [.. signals.Where(s => !signals.Exists(o => o != s && o.First <= s.First && s.Last <= o.Last)).Take(MostUrgentWords)];
        if (signals.Count == 0 && set.Urgent is { } urgent)
        {
            var single = features.Found.Where(g => model.Vocabulary.Names[g.Feature][0] == 'w').DistinctBy(g => g.Feature);
            signals = [.. single.OrderByDescending(g => urgent.Linear.Weight(g.Feature, 1)).Take(3).Select(g => (g.First, g.Last))];
        }

        return [.. signals.Select(s => text[features.Words[s.First].Start..(features.Words[s.Last].Start + features.Words[s.Last].Length)]).Distinct()];
    }
}
