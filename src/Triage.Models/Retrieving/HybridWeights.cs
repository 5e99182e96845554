namespace Triage.Models.Retrieving;

/// <summary>How much the words count beside the meaning, and how much of what a passage has in common with every message is taken off.</summary>
internal sealed record HybridWeights(float Lexical, float NearnessToAll)
{
    /// <summary>
    /// Measured on two public sets (statutes, services) and on citizens' messages: recall@5 and MRR@10 are level between weights
    /// of 0.12 and 0.2, doubts of 10 and 20, and shares of nearness to all between 0.1 and 0.3.
    /// </summary>
    public static HybridWeights Articles { get; } = new(0.15f, 0.2f);

    /// <summary>
    /// A collection of questions with answers: all passages are short and alike, and a citizen asks in other words than the title.
    /// On the public FAQ set recall@5 is .705 and MRR@10 .460; with the weights for articles .631 and .446. Weights of .09 to .12 and
    /// shares of .4 to .6 are level within .02, and better than those for articles on either half of the questions.
    /// </summary>
    public static HybridWeights Questions { get; } = new(0.09f, 0.5f);

    /// <summary>The weights for a knowledge base: <see cref="Questions"/> where most titles ask something.</summary>
    public static HybridWeights Of(IReadOnlyList<Passage> passages) =>
        passages.Count(p => p.ArticleTitle.TrimEnd().EndsWith('?')) * 2 > passages.Count ? Questions : Articles;
}
