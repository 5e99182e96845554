namespace Triage.Models.Triaging;

/// <summary>
/// What the models see of one text: weighted n-grams, and behind them (index = n-grams known + place) the scaled
/// embedding, where there is one.
/// </summary>
internal sealed record TextFeatures(List<Word> Words, List<NGram> Found, SparseVector NGrams, float[]? Embedding)
{
    public static TextFeatures Of(List<Word> words, Vocabulary vocabulary, float[]? embedding)
    {
        var found = vocabulary.Find(words);
        return new TextFeatures(words, found, vocabulary.Weigh(found), embedding);
    }

    /// <summary>N-grams and embedding as one vector.</summary>
    public SparseVector Joined(int ngrams) => Embedding is null
        ? NGrams
        : new SparseVector([.. NGrams.Indices, .. Enumerable.Range(ngrams, Embedding.Length)], [.. NGrams.Values, .. Embedding]);
}
