namespace Triage.Models.Retrieving;

/// <summary>
/// What to look for. <see cref="Topic"/> and <see cref="Department"/> are what a classifier suspects: their passages are
/// preferred, others are still found.
/// </summary>
/// <param name="Text">A question, or a whole message.</param>
/// <param name="Top">Most passages to return.</param>
public sealed record KnowledgeQuery(string Text, string? Topic = null, string? Department = null, int Top = 10)
{
    /// <summary>
    /// How likely a classifier holds each topic, 0 to 1; null when it does not say. It then counts instead of
    /// <see cref="Topic"/> and <see cref="Department"/>, so that a doubtful first topic does not outweigh what was found.
    /// </summary>
    public IReadOnlyDictionary<string, double>? Topics { get; init; }

    /// <summary>The text is in another language than the knowledge: it shares no words with it, and its meaning comes less near.</summary>
    public bool IsForeign { get; init; }

    /// <summary>The whole message that the text is taken from; it tells which words of the text are names. Null: the text is all.</summary>
    public string? Message { get; init; }
}

/// <summary>
/// How far a build is: passages with a vector, of all passages. From the first report on (0 passages) a first build's
/// passages are found by their words.
/// </summary>
public sealed record IndexProgress(int Embedded, int Passages);

/// <summary>Searches the released knowledge: in this process, or in a vector database.</summary>
public interface IKnowledgeIndex
{
    /// <summary>
    /// Makes exactly these articles searchable; what did not change is not embedded again. Searches go on meanwhile,
    /// in what was complete before.
    /// </summary>
    Task BuildAsync(IReadOnlyList<KnowledgeArticle> articles, IProgress<IndexProgress>? progress, CancellationToken cancellation);

    /// <summary>The passages that answer best, or a word that none does.</summary>
    Task<RetrievalResult> SearchAsync(KnowledgeQuery query, CancellationToken cancellation);
}
