using Triage.Models.Triaging;

namespace Triage.Models.Retrieving;

/// <summary>
/// Splits articles into passages along their headings: 60 to 180 words where the text allows, never more than
/// <see cref="MostTokens"/> tokens with title, path and prefix. A list, a table or a numbered paragraph of a statute is
/// cut (between its items, rows or sentences) only when it alone is longer than that.
/// </summary>
/// <param name="countTokens">Tokens of a text as the embedding model counts them.</param>
public sealed class PassageSplitter(Func<string, int> countTokens)
{
    /// <summary>The model reads 512; the rest is room for another tokenizer's count.</summary>
    public const int MostTokens = 480;

    private const int FewestWords = 60;
    private const int MostWords = 180;

    // A few words more are better than a passage of one sentence.
    private const int MostMergedWords = 220;
    private readonly TokenCounter tokens = new(countTokens);

    /// <summary>Counts as the model does; null: an estimate on the safe side for German.</summary>
    public static PassageSplitter For(ITextEmbedder? embedder) => new(embedder is null ? text => ((text.Length + 2) / 3) + 8 : embedder.CountTokens);

    /// <summary>The passages in the order of the text; each is a range of the article's Markdown.</summary>
    public IReadOnlyList<Passage> Split(KnowledgeArticle article)
    {
        var pieces = MarkdownUnits.Read(article.Markdown, article.Title).SelectMany(u => Whole(article, u));
        var passages = pieces.GroupBy(p => p.Section).SelectMany(section => Packed(article, [.. section])).ToList();
        return [.. Merged(article, passages).Select((p, i) => p.ToPassage(article, i + 1))];
    }

    // What is too long to stand alone is cut into its parts; running text always may be.
    private IEnumerable<Piece> Whole(KnowledgeArticle article, MarkdownUnit unit)
    {
        var piece = new Piece(unit.Start, unit.End, unit.Section, [unit.Path], unit.Joins);
        if (Fits(article, piece) && !(unit.Loose && piece.Words(article) > MostWords))
        {
            return [piece];
        }

        var parts = unit.Parts.Count > 1 ? unit.Parts : [.. Sentences.Find(article.Markdown, unit.Start, unit.End)];
        return parts.Count > 1
            ? parts.SelectMany(p => Whole(article, unit with { Start = p.Start, End = p.End, Parts = [], Joins = false }))
            : Halves(article, piece);
    }

    // A single sentence, row or line beyond all measure: cut at the white space nearest to its middle.
    private IEnumerable<Piece> Halves(KnowledgeArticle article, Piece piece)
    {
        if (Fits(article, piece))
        {
            return [piece];
        }

        var middle = (piece.Start + piece.End) / 2;
        var text = article.Markdown;
        var space = text.IndexOfAny([' ', '\n', '\t'], middle, piece.End - middle);
        var cut = space > 0 && space < piece.End - 1 ? space + 1 : middle + (char.IsLowSurrogate(text[middle]) ? 1 : 0);
        return [.. Halves(article, piece with { End = cut }), .. Halves(article, piece with { Start = cut })];
    }

    // Even shares: a section of 200 words becomes two of 100, not 180 and 20.
    private List<Piece> Packed(KnowledgeArticle article, Piece[] pieces)
    {
        var words = pieces.Sum(p => p.Words(article));
        var share = words / (double)Math.Max(1, (int)Math.Ceiling(words / (double)MostWords));
        var packed = new List<Piece>();
        foreach (var piece in pieces)
        {
            var joined = packed.Count > 0 ? packed[^1].With(piece) : piece;
            if (packed.Count > 0 && Fits(article, joined) && (packed[^1].Joins || GoesOn(article, packed[^1], joined, share)))
            {
                packed[^1] = joined;
            }
            else
            {
                packed.Add(piece);
            }
        }

        return packed;
    }

    private static bool GoesOn(KnowledgeArticle article, Piece before, Piece joined, double share)
    {
        var (now, then) = (before.Words(article), joined.Words(article));
        return then <= MostWords && (then <= share || share - now > then - share);
    }

    // Sections of a few words find little and say little: they go to a neighbour.
    private List<Piece> Merged(KnowledgeArticle article, List<Piece> passages)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            while (passages[i].Words(article) < FewestWords || passages[i].Joins)
            {
                var with = Best(article, passages, i);
                if (with < 0)
                {
                    break;
                }

                var first = Math.Min(i, with);
                passages[first] = passages[first].With(passages[first + 1]);
                passages.RemoveAt(first + 1);
                i = first;
            }
        }

        return passages;
    }

    private int Best(KnowledgeArticle article, List<Piece> passages, int at)
    {
        int[] neighbours = passages[at].Joins ? [at + 1] : [at - 1, at + 1];
        return neighbours
            .Where(n => n >= 0 && n < passages.Count)
            .Select(n => (Index: n, Joined: passages[Math.Min(at, n)].With(passages[Math.Max(at, n)])))
            .Where(n => n.Joined.Words(article) <= MostMergedWords && Fits(article, n.Joined))
            .OrderByDescending(n => passages[n.Index].Section == passages[at].Section)
            .ThenByDescending(n => Piece.Shared(passages[n.Index].Paths[0], passages[at].Paths[0]))
            .ThenBy(n => n.Joined.Words(article))
            .Select(n => n.Index)
            .DefaultIfEmpty(-1)
            .First();
    }

    private bool Fits(KnowledgeArticle article, Piece piece) =>
        tokens.Count(PassageText.ForEmbedding(article.Title, piece.HeadingPath, piece.Text(article))) <= MostTokens;
}
