using System.Text;
using Triage.Models.Inquiries;

namespace Triage.Models.Retrieving;

/// <summary>Why a file is no article, or what an editor should mend in it.</summary>
public sealed record KnowledgeProblem(string File, string Reason);

/// <summary>What a folder of articles holds, ordered by id, and what could not be read of it.</summary>
public sealed record KnowledgeLoad(IReadOnlyList<KnowledgeArticle> Articles, IReadOnlyList<KnowledgeProblem> Problems);

/// <summary>Reads Markdown articles with front matter; a bad file is reported and stops no other.</summary>
public static class KnowledgeLoader
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads every <c>*.md</c> with front matter below the folder; a README is no article.</summary>
    public static KnowledgeLoad Load(string folder, TownFacts facts)
    {
        var articles = new SortedDictionary<string, (KnowledgeArticle Article, string File)>(StringComparer.Ordinal);
        var problems = new List<KnowledgeProblem>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file).Equals("README.md", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            Add(articles, problems, file, facts);
        }

        foreach (var (article, file) in articles.Values)
        {
            if (article.ConflictsWith is { } other && !articles.ContainsKey(other))
            {
                problems.Add(new KnowledgeProblem(file, $"It conflicts with '{other}', which is no article."));
            }
        }

        return new KnowledgeLoad([.. articles.Values.Select(a => a.Article)], problems);
    }

    /// <summary>Reads one article from the content of its file.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static KnowledgeArticle Parse(string content, TownFacts facts)
    {
        var (head, markdown) = FrontMatter.Split(content);
        var (text, unknown) = Placeholders.Fill(markdown, facts);
        if (unknown.Count > 0)
        {
            throw new FormatException($"Nothing is known for {string.Join(", ", unknown)}.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new FormatException("It has no text.");
        }

        return Article(head, text);
    }

    private static KnowledgeArticle Article(FrontMatter head, string text) => new(
        FrontMatter.Required(head.Id, "id"),
        FrontMatter.Required(head.Title, "title"),
        FrontMatter.Required(head.Department, "department"),
        string.IsNullOrWhiteSpace(head.Topic) ? null : head.Topic.Trim(),
        FrontMatter.RequiredDate(head.ValidFrom, "valid_from"),
        FrontMatter.RequiredDate(head.ReviewedAt, "reviewed_at"),
        FrontMatter.Date(head.ReviewBy, "review_by"),
        FrontMatter.Required(head.Source, "source"),
        head.Url?.Trim() ?? "",
        [.. head.Synonyms?.Where(s => !string.IsNullOrWhiteSpace(s)).Select(s => s.Trim()) ?? []],
        text)
    {
        ConflictsWith = string.IsNullOrWhiteSpace(head.ConflictsWith) ? null : head.ConflictsWith.Trim(),
        IsStatute = string.Equals(head.Type?.Trim(), "statute", StringComparison.OrdinalIgnoreCase),
        Leika = string.IsNullOrWhiteSpace(head.Leika) ? null : head.Leika.Trim(),
    };

    private static void Add(
        SortedDictionary<string, (KnowledgeArticle Article, string File)> articles, List<KnowledgeProblem> problems, string file, TownFacts facts)
    {
        try
        {
            var article = Parse(File.ReadAllText(file, Strict), facts);
            if (!articles.TryAdd(article.Id, (article, file)))
            {
                problems.Add(new KnowledgeProblem(file, $"Its id '{article.Id}' is taken by {articles[article.Id].File}."));
            }
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            problems.Add(new KnowledgeProblem(file, e is DecoderFallbackException ? "It is not UTF-8." : e.Message));
        }
    }
}
