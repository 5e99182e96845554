using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Models.Retrieving;

/// <summary>What was found for one question of a message. <see cref="NoSource"/>: no article answers it.</summary>
public sealed record QuestionResult(FoundQuestion Question, IReadOnlyList<RetrievedPassage> Passages, bool NoSource);

/// <summary>What was found for a message: over all, and for each of its questions.</summary>
public sealed record InquiryResult(IReadOnlyList<RetrievedPassage> Passages, bool NoSource, IReadOnlyList<QuestionResult> Questions)
{
    /// <summary>All that the search ranked, best first for the message and its questions together: enough to see whole articles.</summary>
    public IReadOnlyList<RetrievedPassage> Deep { get; init; } = Passages;
}

/// <summary>
/// Searches with a whole message: for all of it, because a question often leaves its subject to the sentences before
/// ("Was kostet das?"), and for each question, because one mail may ask about a dog and about its bin.
/// </summary>
public sealed class InquirySearch(IKnowledgeIndex index)
{
    // Deep enough that a passage found by one search is mostly seen by the other.
    private const int Depth = 80;
    private const double QuestionShare = 0.35;

    // An article's second passage tells a reader less than another article's best. With the order
    // of the search before it, an answering article was among the first five for .91 of 1,900 training inquiries whose answering
    // sections were named by hand; so it is for .93.
    private const int ArticlesFirst = 5;

    // A question of so many telling words names its subject itself; a shorter one ("Was kostet das?") leaves it to the message.
    private const int WordsOfItsOwn = 5;

    /// <param name="inquiry">The message, without quoted history and signature.</param>
    /// <param name="judged">What the classifier suspects, or a person decided; null: nobody said.</param>
    /// <param name="top">Most passages over all, and for each question.</param>
    /// <param name="cancellation">Stops the search.</param>
    public async Task<InquiryResult> SearchAsync(
        Inquiry inquiry, Classification? judged, int top, CancellationToken cancellation)
    {
        var query = new KnowledgeQuery(inquiry.Whole, judged?.Topic, judged?.Department is { Length: > 0 } office ? office : null, Depth) { Topics = Likely(judged) };
        var whole = await index.SearchAsync(query, cancellation);
        var foreign = new Lazy<bool>(() => IsForeign(inquiry.Whole));
        if (whole.NoSource && foreign.Value)
        {
            query = query with { IsForeign = true };
            whole = await index.SearchAsync(query, cancellation);
        }

        var questions = new List<QuestionResult>();
        var lists = new List<IReadOnlyList<RetrievedPassage>>();
        foreach (var question in QuestionFinder.Find(inquiry))
        {
            var own = await index.SearchAsync(query with { Text = question.Text, Message = inquiry.Whole }, cancellation);
            lists.Add([.. Mixed(own.Passages, whole.Passages)]);
            questions.Add(new QuestionResult(question, [.. lists[^1].Take(top)], own.NoSource && (whole.NoSource || (StandsAlone(question.Text) && !foreign.Value))));
        }

        return questions.Count == 0
            ? new InquiryResult([.. Spread(whole.Passages).Take(top)], whole.NoSource, []) { Deep = whole.Passages }
            : new InquiryResult([.. Spread([.. InTurn(questions)]).Take(top)], whole.NoSource && questions.All(q => q.NoSource), questions) { Deep = Together(lists) };
    }

    // Without the classifier's word on all topics, the one decided is certain.
    private static Dictionary<string, double>? Likely(Classification? judged) =>
        judged is { Topics.Count: > 0 } ? judged.Topics.ToDictionary(t => t.Id, t => t.Confidence)
        : judged?.Topic is { } topic ? new() { [topic] = 1 } : null;

    // Asked only where the answer matters: to tell languages apart takes longer than to search.
    private static bool IsForeign(string text) => MessageLanguage.Of(text, TextAnalyzer.Words(text)).Code is not ("de" or MessageLanguage.Unknown);

    private static bool StandsAlone(string question) => GermanAnalysis.Words(question).Take(WordsOfItsOwn).Count() == WordsOfItsOwn;

    // A passage below the depth of one search is counted as its last; one that a search did not find at all, as nothing.
    private static IEnumerable<RetrievedPassage> Mixed(IReadOnlyList<RetrievedPassage> question, IReadOnlyList<RetrievedPassage> whole)
    {
        var byQuestion = question.ToDictionary(p => p.Passage.Id, p => p.Score);
        var byWhole = whole.ToDictionary(p => p.Passage.Id, p => p.Score);
        var (lastQuestion, lastWhole) = (Last(question), Last(whole));
        return question.Concat(whole)
            .DistinctBy(p => p.Passage.Id)
            .Select(p => p with
            {
                Score = (QuestionShare * byQuestion.GetValueOrDefault(p.Passage.Id, lastQuestion))
                    + ((1 - QuestionShare) * byWhole.GetValueOrDefault(p.Passage.Id, lastWhole)),
            })
            .OrderByDescending(p => p.Score);
    }

    // By the mean of their scores; a passage that a list does not have counts as its last.
    private static List<RetrievedPassage> Together(IReadOnlyList<IReadOnlyList<RetrievedPassage>> lists)
    {
        var last = lists.Average(l => l.Count == 0 ? 0 : l[^1].Score);
        return [.. lists.SelectMany(l => l).GroupBy(p => p.Passage.Id)
            .Select(g => g.First() with { Score = (g.Sum(p => p.Score) + ((lists.Count - g.Count()) * last)) / lists.Count })
            .OrderByDescending(p => p.Score)];
    }

    private static double Last(IReadOnlyList<RetrievedPassage> found) => found.Count == Depth ? found[^1].Score : 0;

    // The best passage of each of the first articles, then all others in their order.
    private static IEnumerable<RetrievedPassage> Spread(IReadOnlyList<RetrievedPassage> passages) =>
        passages.DistinctBy(p => p.Passage.ArticleId).Take(ArticlesFirst).Union(passages);

    // The best of each question, then the second best of each: no question goes without.
    private static IEnumerable<RetrievedPassage> InTurn(IReadOnlyList<QuestionResult> questions) =>
        questions
            .SelectMany(q => q.Passages.Select((passage, rank) => (passage, rank)))
            .OrderBy(p => p.rank)
            .ThenByDescending(p => p.passage.Score)
            .Select(p => p.passage)
            .DistinctBy(p => p.Passage.Id);
}
