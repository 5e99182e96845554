namespace Triage.Models.Triaging;

/// <summary>
/// Why an office was suggested: the change of its log-odds by each word, to first order. A word's part is the sum of
/// weight times value over the n-grams that lie on it, for the office and its topics against all others, each weighed by
/// how likely it is.
/// </summary>
internal sealed class ReasonFinder(LabelSet set, IReadOnlyDictionary<string, string> topicDepartments)
{
    private const int Most = 8;
    private const double Least = 0.02;

    /// <summary>The strongest words, strongest first, with their places in the text.</summary>
    public IReadOnlyList<Reason> Find(string text, TextFeatures features, LabelScores scores, int department)
    {
        var byFeature = ByFeature(features, scores, department);
        var counts = features.Found.CountBy(g => g.Feature).ToDictionary();
        var byWord = new double[features.Words.Count];
        foreach (var gram in features.Found)
        {
            var part = byFeature[gram.Feature] / counts[gram.Feature] / (gram.Last - gram.First + 1);
            for (var w = gram.First; w <= gram.Last; w++)
            {
                byWord[w] += part;
            }
        }

        return [.. Enumerable.Range(0, byWord.Length)
            .Where(w => Math.Abs(byWord[w]) >= Least)
            .OrderByDescending(w => Math.Abs(byWord[w])).ThenBy(w => w)
            .Take(Most)
            .Select(w => new Reason(text.Substring(features.Words[w].Start, features.Words[w].Length), features.Words[w].Start, byWord[w]))];
    }

    /// <summary>The embedding's share in the log-odds, 0 to 1.</summary>
    public double EmbeddingShare(TextFeatures features, LabelScores scores, int department)
    {
        if (features.Embedding is null)
        {
            return 0;
        }

        var first = set.Department.Linear.Features - features.Embedding.Length;
        var embedding = features.Embedding.Select((value, i) => Part(first + i, value, scores, department)).Sum();
        var ngrams = ByFeature(features, scores, department).Values.Sum();
        var all = Math.Abs(embedding) + Math.Abs(ngrams);
        return all == 0 ? 0 : Math.Abs(embedding) / all;
    }

    private Dictionary<int, double> ByFeature(TextFeatures features, LabelScores scores, int department)
    {
        var parts = new Dictionary<int, double>(features.NGrams.Indices.Length);
        for (var i = 0; i < features.NGrams.Indices.Length; i++)
        {
            parts[features.NGrams.Indices[i]] = Part(features.NGrams.Indices[i], features.NGrams.Values[i], scores, department);
        }

        return parts;
    }

    private double Part(int feature, float value, LabelScores scores, int department)
    {
        var share = set.Topic is null ? 0 : set.Settings.TopicShare;
        var offices = share < 1 ? Part(set.Department, feature, value, scores.Departments, i => i == department) : 0;
        var name = set.Department.Labels[department];
        var topics = share > 0
            ? Part(set.Topic!, feature, value, scores.Topics!, i => (set.Topic!.Labels[i] is { Length: > 0 } t ? topicDepartments[t] : "") == name)
            : 0;
        return (1 - share) * offices + share * topics;
    }

    // Mean score within the suggestion minus mean score outside it.
    private static double Part(LabelModel model, int feature, float value, double[] probabilities, Func<int, bool> inside)
    {
        var weights = new double[model.Labels.Length];
        model.Linear.Add(weights, feature, value);
        double with = 0, withMass = 0, without = 0, withoutMass = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var p = Math.Max(probabilities[i], 1e-9);
            if (inside(i))
            {
                with += p * weights[i];
                withMass += p;
            }
            else
            {
                without += p * weights[i];
                withoutMass += p;
            }
        }

        return ((withMass > 0 ? with / withMass : 0) - (withoutMass > 0 ? without / withoutMass : 0)) / model.Temperature;
    }
}
