using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>The scores of one row by models that were trained without it, and the second topics they see.</summary>
internal sealed record HeldOutRow(RawScores Scores, IReadOnlyList<ConcernCandidate> Concerns);

/// <summary>Held-out scores of every row, by the models with and without the embedding.</summary>
internal sealed class HeldOutScores(int rows)
{
    public HeldOutRow[] WordsOnly { get; } = new HeldOutRow[rows];

    public HeldOutRow[] WithEmbedding { get; } = new HeldOutRow[rows];

    public void Add(int row, RouterModel model, TextFeatures features, string text)
    {
        var sentences = ConcernFinder.Sentences(model, text);
        var words = features with { Embedding = null };
        WordsOnly[row] = Row(model.WordsOnly, words, sentences);
        if (model.WithEmbedding is not null)
        {
            WithEmbedding[row] = Row(model.WithEmbedding, features, sentences);
        }
    }

    private static HeldOutRow Row(LabelSet set, TextFeatures features, IReadOnlyList<SentenceTopics> sentences)
    {
        var scores = RawScores.Of(set, features);
        return new HeldOutRow(scores, scores.Topic is null ? [] : ConcernFinder.Candidates(set.Topic!.Labels, scores.Topic, sentences));
    }
}
