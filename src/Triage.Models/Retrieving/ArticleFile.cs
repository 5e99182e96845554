using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Triage.Models.Inquiries;

namespace Triage.Models.Retrieving;

/// <summary>An article as a Markdown file with front matter: what is written reads back as the same article.</summary>
public static class ArticleFile
{
    /// <summary>Reads a file's content; placeholders stay as they are.</summary>
    /// <exception cref="FormatException">It is no article; the message says why.</exception>
    public static KnowledgeArticle Read(string content)
    {
        var (head, markdown) = FrontMatter.Split(content);
        return string.IsNullOrWhiteSpace(markdown) ? throw new FormatException("It has no text.") : Article(head, markdown);
    }

    /// <summary>The article with its placeholders filled in, as it is searched and quoted.</summary>
    /// <exception cref="FormatException">A placeholder stands for nothing that is known.</exception>
    public static KnowledgeArticle Fill(KnowledgeArticle article, TownFacts facts)
    {
        var (text, unknown) = Placeholders.Fill(article.Markdown, facts);
        return unknown.Count > 0
            ? throw new FormatException($"Nothing is known for {string.Join(", ", unknown)}.")
            : article with { Markdown = text };
    }

    /// <summary>The file's content, always in the same form.</summary>
    public static string Write(KnowledgeArticle article)
    {
        var text = new StringBuilder("---\n");
        Line(text, "id", article.Id);
        Line(text, "title", article.Title);
        Line(text, "department", article.Department);
        Line(text, "topic", article.Topic);
        Line(text, "type", article.IsStatute ? "statute" : null);
        Line(text, "valid_from", Day(article.ValidFrom));
        Line(text, "valid_until", Day(article.ValidUntil));
        Line(text, "reviewed_at", Day(article.ReviewedAt));
        Line(text, "review_by", Day(article.ReviewBy));
        Line(text, "reviewer", article.Reviewer);
        Line(text, "source", article.Source);
        Line(text, "url", article.Url);
        Line(text, "leika", article.Leika);
        Line(text, "conflicts_with", article.ConflictsWith);
        if (article.Synonyms.Count > 0)
        {
            text.Append("synonyms: [").AppendJoin(", ", article.Synonyms.Select(Quoted)).Append("]\n");
        }

        return text.Append("---\n").Append(article.Markdown).Append('\n').ToString();
    }

    /// <summary>SHA-256 of the file that would be written, in lower-case hexadecimal digits.</summary>
    public static string Hash(KnowledgeArticle article) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(article))));

    private static KnowledgeArticle Article(FrontMatter head, string text) => new(
        FrontMatter.Required(head.Id, "id"),
        FrontMatter.Required(head.Title, "title"),
        FrontMatter.Required(head.Department, "department"),
        Optional(head.Topic),
        FrontMatter.RequiredDate(head.ValidFrom, "valid_from"),
        FrontMatter.RequiredDate(head.ReviewedAt, "reviewed_at"),
        FrontMatter.Date(head.ReviewBy, "review_by"),
        FrontMatter.Required(head.Source, "source"),
        head.Url?.Trim() ?? "",
        [.. head.Synonyms?.Where(s => !string.IsNullOrWhiteSpace(s)).Select(s => s.Trim()) ?? []],
        text)
    {
        ValidUntil = FrontMatter.Date(head.ValidUntil, "valid_until"),
        Reviewer = Optional(head.Reviewer),
        ConflictsWith = Optional(head.ConflictsWith),
        IsStatute = string.Equals(head.Type?.Trim(), "statute", StringComparison.OrdinalIgnoreCase),
        Leika = Optional(head.Leika),
    };

    private static string? Optional(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append(name).Append(": ").Append(Quoted(value)).Append('\n');
        }
    }

    // A double-quoted YAML scalar on one line; control characters have no business in a title.
    private static string Quoted(string value) =>
        $"\"{string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c)).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
