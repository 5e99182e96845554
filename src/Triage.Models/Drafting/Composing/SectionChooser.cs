using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Composing;

/// <summary>What a letter says, in its order, and the questions that nothing found speaks to.</summary>
internal sealed record Choice(IReadOnlyList<Section> Sections, IReadOnlyList<FoundQuestion> Open);

/// <summary>
/// Chooses what a letter says: the best section for each question, then the next best over all while they are nearly as good,
/// until the letter is long enough.
/// </summary>
internal sealed class SectionChooser(ITextEmbedder? embedder)
{
    // Each section that was never compared before costs an embedding.
    private const int MostCandidates = 24;
    private const int MostSentences = 12;
    private const double NearBest = 0.3;
    private const double QuestionShare = 0.5;

    private readonly SectionScores scores = new(embedder);

    /// <param name="request">One case.</param>
    /// <param name="cancellation">Stops the embedding.</param>
    public async Task<Choice> ChooseAsync(DraftRequest request, CancellationToken cancellation)
    {
        var found = request.Found;
        var open = found.Questions.Where(q => q.NoSource || found.NoSource).Select(q => q.Question).ToList();
        var candidates = found.NoSource ? [] : Candidates(request);
        if (candidates.Count == 0)
        {
            return new Choice([], open);
        }

        var context = $"{request.Municipality.Topic(request.Classification.Topic)?.Name} {request.Inquiry.Subject}";
        var whole = await scores.OfAsync(request.Inquiry.Whole, context, candidates, cancellation);
        List<double[]> byQuestion = [];
        foreach (var question in found.Questions.Where(q => !q.NoSource))
        {
            var own = await scores.OfAsync(question.Question.Text, context, candidates, cancellation);
            byQuestion.Add([.. own.Zip(whole, (o, w) => (QuestionShare * o) + ((1 - QuestionShare) * w))]);
        }

        return new Choice(Ordered(candidates, Picked(candidates, byQuestion.Count == 0 ? [whole] : byQuestion)), open);
    }

    private static List<Candidate> Candidates(DraftRequest request)
    {
        var matter = new Matter(request);
        return [.. request.Found.Questions.Select(q => q.Passages).Prepend(request.Found.Passages)
            .SelectMany(list => matter.Of(list).Select((p, rank) => (p.Passage, Rank: rank)))
            .OrderBy(p => p.Rank).DistinctBy(p => p.Passage.Id)
            .SelectMany(p => Section.Read(p.Passage).Select(s => new Candidate(Excerpt.Of(s, request.Inquiry.Whole), p.Rank)))
            .Take(MostCandidates)];
    }

    // First the best for each question, then what comes near to the best of any.
    private static List<int> Picked(List<Candidate> candidates, List<double[]> byQuestion)
    {
        var picked = byQuestion.Select(s => Array.IndexOf(s, s.Max())).Distinct().ToList();
        var loss = Enumerable.Range(0, candidates.Count).Select(i => byQuestion.Min(s => s.Max() - s[i])).ToArray();
        var length = picked.Sum(i => Excerpt.Length(candidates[i].Section));
        foreach (var next in Enumerable.Range(0, candidates.Count).Where(i => !picked.Contains(i) && loss[i] <= NearBest).OrderBy(i => loss[i]).ToList())
        {
            var longer = length + Excerpt.Length(candidates[next].Section);
            if (longer <= MostSentences)
            {
                picked.Add(next);
                length = longer;
            }
        }

        return picked;
    }

    // What an article says stays together and in its order; articles come in the order of their best section.
    private static List<Section> Ordered(List<Candidate> candidates, List<int> picked) =>
        [.. picked.Select(i => candidates[i].Section).GroupBy(s => s.Passage.ArticleId).SelectMany(article => article.OrderBy(s => s.Passage.Start).ThenBy(s => s.Start))];
}
