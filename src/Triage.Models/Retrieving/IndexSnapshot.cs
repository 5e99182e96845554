namespace Triage.Models.Retrieving;

/// <summary>What one build made; it never changes, so that searches need no lock.</summary>
internal sealed record IndexSnapshot(IReadOnlyList<Passage> Passages, LexicalIndex Lexical, VectorTable? Vectors)
{
    private readonly HybridWeights weights = HybridWeights.Of(Passages);

    // A hint moves a passage by as much as a clear difference between two cosines, never by more.
    private const float TopicBoost = 0.02f;
    private const float DepartmentBoost = 0.01f;

    // What a newer article has overtaken comes behind it, but is still found where it alone answers.
    private const float OutdatedPenalty = 0.02f;

    public static readonly IndexSnapshot Empty = new([], new LexicalIndex([]), null);

    public static IndexSnapshot Of(IReadOnlyList<KnowledgeArticle> articles, PassageSplitter splitter)
    {
        var outdated = OutdatedArticles.Of(articles);
        var split = articles.AsParallel().AsOrdered().Select(a => (Article: a, Passages: Marked(a, splitter, outdated.Contains(a.Id)))).ToArray();
        var entries = split.SelectMany(s => s.Passages.Select(p => new LexicalEntry(
            $"{s.Article.Title} {string.Join(' ', s.Article.Synonyms)}", p.HeadingPath, p.Text)));
        return new IndexSnapshot([.. split.SelectMany(s => s.Passages)], new LexicalIndex([.. entries]), null);
    }

    /// <param name="question">The query's vector, or null to compare words alone.</param>
    public RetrievalResult Search(KnowledgeQuery query, float[]? question, SearchMode mode)
    {
        var nearness = question is null ? null : Vectors?.Nearness(question);
        if (nearness is not null && mode == SearchMode.Dense)
        {
            return Result(query, nearness, scores => HybridScore.NothingAnswers(scores, query.IsForeign));
        }

        var lexical = Lexical.Scores(query.Text, out var information);
        return nearness is null
            ? Result(query, lexical, scores => scores.Max() < HybridScore.LexicalMinimum, p => p.Score > 0)
            : Result(query, HybridScore.Combine(lexical, information, nearness, weights), scores => HybridScore.NothingAnswers(scores, query.IsForeign));
    }

    private static IReadOnlyList<Passage> Marked(KnowledgeArticle article, PassageSplitter splitter, bool outdated)
    {
        var passages = splitter.Split(article);
        return outdated ? [.. passages.Select(p => p with { IsOutdated = true })] : passages;
    }

    private RetrievalResult Result(KnowledgeQuery query, float[] scores, Func<float[], bool> nothingAnswers, Func<RetrievedPassage, bool>? shown = null)
    {
        var ranked = Ranked(query, scores);
        return new RetrievalResult([.. shown is null ? ranked : ranked.Where(shown)], NoSource: nothingAnswers(scores));
    }

    private IEnumerable<RetrievedPassage> Ranked(KnowledgeQuery query, float[] scores)
    {
        var keys = new float[scores.Length];
        var order = new int[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            keys[i] = -(scores[i] + Boost(query, Passages[i]));
            order[i] = i;
        }

        Array.Sort(keys, order);
        return order.Take(query.Top).Select((passage, rank) => new RetrievedPassage(Passages[passage], -keys[rank]));
    }

    private static float Boost(KnowledgeQuery query, Passage passage) => Hint(query, passage) - (passage.IsOutdated ? OutdatedPenalty : 0);

    private static float Hint(KnowledgeQuery query, Passage passage) =>
        query.Topic is { } topic && passage.Topic == topic ? TopicBoost
        : query.Department is { } department && passage.Department == department ? DepartmentBoost
        : 0;
}

/// <summary>The vectors of all passages, and how near each is to any message at all.</summary>
internal sealed record VectorTable(float[][] Vectors, float[] NearnessToAll)
{
    public float[] Nearness(float[] question) => HybridScore.Nearness(question, Vectors, NearnessToAll);
}
