namespace Triage.Models.Retrieving;

/// <summary>
/// What one build made; it never changes, so that searches need no lock. Whoever finds passages by other means (a vector
/// database) has them ranked here, so that both ways give the same order.
/// </summary>
public sealed class IndexSnapshot
{
    internal static readonly IndexSnapshot Empty = new([], [], new LexicalIndex([]), null);

    // What all passages score is told well enough by so many of them: the deviation is within 2 %.
    private const int MostSampled = 1000;

    private readonly LexicalEntry[] entries;
    private readonly LexicalIndex lexical;
    private readonly VectorTable? table;
    private readonly HybridWeights weights;

    private IndexSnapshot(IReadOnlyList<Passage> passages, LexicalEntry[] entries, LexicalIndex lexical, VectorTable? table)
    {
        (Passages, this.entries, this.lexical, this.table) = (passages, entries, lexical, table);
        weights = HybridWeights.Of(passages);
    }

    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>One vector a passage, of length 1; null while there are none.</summary>
    public IReadOnlyList<float[]>? Vectors => table?.Vectors;

    /// <summary>The words of a passage for another search engine.</summary>
    /// <param name="passage">Its place in <see cref="Passages"/>.</param>
    public SparseVector WordsOf(int passage) => lexical.Vector(entries[passage]);

    /// <summary>The words of a question for the same engine; empty when no passage has one of them.</summary>
    public SparseVector WordsOf(string question) => lexical.Vector(question);

    /// <summary>Ranks passages that were found elsewhere.</summary>
    /// <param name="query">The question.</param>
    /// <param name="question">Its vector, or null to compare words alone.</param>
    /// <param name="candidates">Places in <see cref="Passages"/>, none twice.</param>
    public RetrievalResult Rank(KnowledgeQuery query, float[]? question, IReadOnlyList<int> candidates) => candidates.Count == 0
        ? new RetrievalResult([], NoSource: true)
        : Search(query, question, SearchMode.Hybrid, [.. candidates]);

    internal static IndexSnapshot Of(IReadOnlyList<KnowledgeArticle> articles, PassageSplitter splitter)
    {
        var outdated = OutdatedArticles.Of(articles);
        var split = articles.AsParallel().AsOrdered().Select(a => (Article: a, Passages: Marked(a, splitter, outdated.Contains(a.Id)))).ToArray();
        LexicalEntry[] entries = [.. split.SelectMany(s => Entries(s.Article, s.Passages))];
        return new IndexSnapshot([.. split.SelectMany(s => s.Passages)], entries, new LexicalIndex(entries), null);
    }

    internal IndexSnapshot With(float[][] vectors, float[][] emptyMessages, NearnessScale scale) =>
        new(Passages, entries, lexical, new VectorTable(vectors, HybridScore.NearnessToAll(emptyMessages, vectors, weights), scale));

    /// <param name="query">The question.</param>
    /// <param name="question">The query's vector, or null to compare words alone.</param>
    /// <param name="mode">What is compared.</param>
    /// <param name="candidates">Null: all passages.</param>
    internal RetrievalResult Search(KnowledgeQuery query, float[]? question, SearchMode mode, int[]? candidates = null)
    {
        var information = 0f;
        var words = mode == SearchMode.Dense && question is not null ? [] : lexical.Scores(query.Text, out information);
        if (question is null || table is null)
        {
            var shares = Pick(words, candidates);
            return new RetrievalResult(
                [.. Ranked(query, shares, candidates).Where(p => p.Score > 0)], NoSource: shares.Max() < HybridScore.LexicalMinimum);
        }

        var scores = Scores(candidates);
        var rest = candidates is null ? scores : Scores(Sample());
        return new RetrievalResult([.. Ranked(query, scores, candidates)], HybridScore.NothingAnswers(scores.Max(), rest, query.IsForeign));

        float[] Scores(int[]? places)
        {
            var nearness = table.Nearness(question, places);
            return mode == SearchMode.Dense ? nearness : HybridScore.Combine(Pick(words, places), information, nearness, weights);
        }
    }

    private static IReadOnlyList<Passage> Marked(KnowledgeArticle article, PassageSplitter splitter, bool outdated) =>
        [.. splitter.Split(article).Select(p => p with { OtherNames = article.Synonyms, IsOutdated = outdated })];

    private static IEnumerable<LexicalEntry> Entries(KnowledgeArticle article, IReadOnlyList<Passage> passages)
    {
        var title = $"{article.Title} {string.Join(' ', article.Synonyms)}";
        return passages.Select(p => new LexicalEntry(title, p.HeadingPath, p.Text));
    }

    private static float[] Pick(float[] values, int[]? places) => places is null ? values : Array.ConvertAll(places, p => values[p]);

    private int[] Sample()
    {
        var step = Math.Max(1, Passages.Count / MostSampled);
        return [.. Enumerable.Range(0, Passages.Count / step).Select(i => i * step)];
    }

    private IEnumerable<RetrievedPassage> Ranked(KnowledgeQuery query, float[] scores, int[]? candidates)
    {
        var keys = new float[scores.Length];
        var order = candidates is null ? [.. Enumerable.Range(0, scores.Length)] : (int[])candidates.Clone();
        for (var i = 0; i < scores.Length; i++)
        {
            keys[i] = -(scores[i] + PassageBoost.Of(query, Passages[order[i]]));
        }

        Array.Sort(keys, order);
        return order.Take(query.Top).Select((passage, rank) => new RetrievedPassage(Passages[passage], -keys[rank]));
    }
}

/// <summary>The vectors of all passages, and how near each is to any message at all.</summary>
internal sealed record VectorTable(float[][] Vectors, float[] NearnessToAll, NearnessScale Scale)
{
    /// <param name="question">A vector of length 1.</param>
    /// <param name="places">Null: all passages.</param>
    public float[] Nearness(float[] question, int[]? places) => Scale.Apply(places is null
        ? HybridScore.Nearness(question, Vectors, NearnessToAll)
        : HybridScore.Nearness(question, Array.ConvertAll(places, p => Vectors[p]), Array.ConvertAll(places, p => NearnessToAll[p])));
}
