using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Composing;

/// <summary>What a letter says, in its order, and the questions that nothing found speaks to.</summary>
internal sealed record Choice(IReadOnlyList<Section> Sections, IReadOnlyList<FoundQuestion> Open);

/// <summary>
/// Chooses what a letter says: the best sections of the articles that may answer, until the letter is long enough. Citizens ask
/// one thing and need three (the fee, the papers, the day), so that a letter of one section answers only every fourth message
/// in full.
/// </summary>
internal sealed class SectionChooser(ITextEmbedder? embedder)
{
    /// <summary>Of the answer, headings included: with what stands around it, a letter of a page.</summary>
    public const int MostWords = 245;

    // Where it is unsure whether somebody only reports or complains (see GeneralAnswer).
    private const int MostWordsUnasked = 110;

    // What scores so much less than the best would only fill the page.
    private const double FarBehind = 2.5;

    private readonly ArticleRanking ranking = new(embedder);
    private readonly SectionScores scores = new(embedder);

    /// <param name="request">One case.</param>
    /// <param name="cancellation">Stops the embedding.</param>
    public async Task<Choice> ChooseAsync(DraftRequest request, CancellationToken cancellation)
    {
        var found = request.Found;
        var open = found.Questions.Where(q => q.NoSource || found.NoSource).Select(q => q.Question).ToList();
        var articles = found.NoSource ? [] : await ranking.OfAsync(request.Inquiry.Whole, found, cancellation);
        var candidates = Candidate.Of(request.Inquiry.Whole, articles);
        if (candidates.Count == 0)
        {
            return new Choice([], open);
        }

        var values = await scores.OfAsync(request.Inquiry.Whole, [.. found.Questions.Select(q => q.Question.Text)], candidates, cancellation);
        return new Choice(Ordered(Picked([.. BestFirst(values, found.Questions).Select(c => candidates[c].Section)], Room(request))), open);
    }

    private static int Room(DraftRequest request) =>
        GeneralAnswer.OnlyTold.Contains(request.Classification.Kind) && !request.Found.Questions.Any(q => OpenQuestions.IsReal(q.Question)) ? MostWordsUnasked : MostWords;

    // The best of all, then the best for each question that has an answer, so that none goes without, then the rest that is near the best.
    private static IEnumerable<int> BestFirst(SectionValues values, IReadOnlyList<QuestionResult> questions)
    {
        var order = Enumerable.Range(0, values.Overall.Length).OrderByDescending(c => values.Overall[c]).ToList();
        var ofQuestions = values.ToQuestion.Where((_, q) => !questions[q].NoSource).Select(own => Array.IndexOf(own, own.Max()));
        var near = order.Where(c => values.Overall[c] >= values.Overall[order[0]] - FarBehind);
        return order.Take(1).Concat(ofQuestions).Concat(near).Distinct();
    }

    // The best first; one that is too long for the room left is passed over for a shorter one. The best is taken whatever its length.
    private static List<Section> Picked(IReadOnlyList<Section> best, int room)
    {
        var picked = new List<Section>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in best.Select(s => s with { Units = [.. s.Units.Where(u => !said.Contains(u.Text))] }).Where(s => s.Units.Count > 0))
        {
            if (picked.Count == 0 || section.WordCount <= room)
            {
                picked.Add(section);
                room -= section.WordCount;
                said.UnionWith(section.Units.Select(u => u.Text));
            }
        }

        return picked;
    }

    // What an article says stays together and in its order; articles come in the order of their best section.
    private static List<Section> Ordered(List<Section> picked) =>
        [.. picked.GroupBy(s => s.Passage.ArticleId).SelectMany(article => article.OrderBy(s => s.Passage.Start).ThenBy(s => s.Start))];
}
