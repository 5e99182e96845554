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

    /// <summary>Reads one article from the content of its file, with placeholders filled in.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static KnowledgeArticle Parse(string content, TownFacts facts) => ArticleFile.Fill(ArticleFile.Read(content), facts);

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
