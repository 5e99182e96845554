using System.Numerics.Tensors;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Composing;

/// <summary>
/// An article that may answer, with those of its passages that the search saw, in the order of its text.
/// <see cref="Behind"/>: how far its score lies behind the best article's, on the scale of <see cref="SectionScores"/>; 0 for the best.
/// </summary>
internal sealed record FoundArticle(string Id, double Behind, IReadOnlyList<RetrievedPassage> Passages);

/// <summary>
/// Which articles a letter may speak of: those whose passages the search found best, and whose names come near the message.
/// The best passage alone names the right article less often.
/// </summary>
/// <param name="embedder">Compares the message with the articles' names; null: the search alone decides.</param>
internal sealed class ArticleRanking(ITextEmbedder? embedder)
{
    private const int MostArticles = 8;

    // No name brings an article from further behind to the first eight.
    private const int MostNamed = 12;

    // A second passage that fits speaks for its article, but less than the best.
    private const double SecondShare = 0.5;

    // What citizens call a thing helps most where no word is shared: of messages in other languages .57 instead of .51 find
    // the right article first, of all .70 instead of .67 (210 golden messages); twice the weight does the same.
    private const double NameWeight = 0.3;

    // From the search's scores, whose clear differences are some hundredths, to those of sections.
    private const double Scale = 78;

    /// <summary>The best first; none when nothing was found.</summary>
    public async Task<IReadOnlyList<FoundArticle>> OfAsync(string message, InquiryResult found, CancellationToken cancellation)
    {
        var floor = found.Deep.Count == 0 ? 0 : found.Deep.Min(p => p.Score);
        var articles = found.Deep.GroupBy(p => p.Passage.ArticleId)
            .Select(a => (Passages: a.OrderBy(p => p.Passage.Start).ToList(), Score: Score([.. a], floor)))
            .OrderByDescending(a => a.Score).Take(MostNamed).ToList();
        var names = await NamesAsync(message, [.. articles.Select(a => a.Passages[0].Passage)], cancellation);
        var ranked = articles.Zip(names, (a, near) => a with { Score = a.Score + (NameWeight * near) }).OrderByDescending(a => a.Score).ToList();
        return [.. ranked.Where((a, rank) => rank == 0 || !a.Passages[0].Passage.IsOutdated).Take(MostArticles)
            .Select(a => new FoundArticle(a.Passages[0].Passage.ArticleId, Scale * (ranked[0].Score - a.Score), a.Passages))];
    }

    private static double Score(IReadOnlyList<RetrievedPassage> passages, double floor)
    {
        var best = passages.Select(p => p.Score).OrderDescending().Take(2).ToList();
        return best[0] + (SecondShare * ((best.Count > 1 ? best[1] : floor) - floor));
    }

    // Names are asked for like questions: they are as short, and are compared with a message, not searched in.
    private async Task<double[]> NamesAsync(string message, IReadOnlyList<Passage> articles, CancellationToken cancellation)
    {
        if (embedder is null || !Meaning.IsCalibratedFor(embedder))
        {
            return new double[articles.Count];
        }

        var asked = (await embedder.EmbedAsync([message], EmbeddingRole.Query, cancellation))[0];
        var names = await embedder.EmbedAsync([.. articles.Select(a => string.Join(". ", a.OtherNames.Prepend(a.ArticleTitle)))], EmbeddingRole.Query, cancellation);
        return Array.ConvertAll(names, n => (double)TensorPrimitives.Dot<float>(asked, n));
    }
}
