namespace Triage.Models.Retrieving;

/// <summary>A range that grows into a passage; <see cref="Paths"/> holds the heading path of each section in it.</summary>
internal sealed record Piece(int Start, int End, int Section, IReadOnlyList<IReadOnlyList<string>> Paths, bool Joins)
{
    /// <summary>"Kosten", "Antrag › Unterlagen", or "Kosten; Dauer" where two short sections share a passage.</summary>
    public string HeadingPath => Joint(Paths);

    public string Text(KnowledgeArticle article) => article.Markdown[Start..End];

    public int Words(KnowledgeArticle article)
    {
        var (words, inside) = (0, false);
        foreach (var c in article.Markdown.AsSpan(Start, End - Start))
        {
            var letter = char.IsLetterOrDigit(c);
            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && c is '-' or '.' or ',' or '@' or '/' or ':' or '_');
        }

        return words;
    }

    /// <summary>This piece and the next one, with the heading between them.</summary>
    public Piece With(Piece next) => this with
    {
        End = next.End,
        Section = next.Section == Section ? Section : -1,
        Paths = [.. Paths, .. next.Paths.Where(p => !Paths.Any(own => own.SequenceEqual(p)))],
        Joins = next.Joins,
    };

    public static int Shared(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();

    public Passage ToPassage(KnowledgeArticle article, int number) => new(
        $"{article.Id}#{number}",
        article.Id,
        article.Title,
        HeadingPath,
        Text(article),
        Start,
        End - Start,
        article.Department,
        article.Topic)
    {
        Version = article.Version,
    };

    private static string Joint(IReadOnlyList<IReadOnlyList<string>> paths)
    {
        var shared = paths.Count == 1 ? paths[0].Count : paths.Skip(1).Min(p => Shared(paths[0], p));
        var own = string.Join("; ", paths.Select(p => string.Join(" › ", p.Skip(shared))).Where(p => p.Length > 0));
        return string.Join(" › ", [.. paths[0].Take(shared), .. own.Length > 0 ? [own] : Array.Empty<string>()]);
    }
}
