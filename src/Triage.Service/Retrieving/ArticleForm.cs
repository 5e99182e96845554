using Triage.Models.Retrieving;
using Triage.Service.Web;

namespace Triage.Service.Retrieving;

/// <summary>An article as it stands in the fields of the editor.</summary>
public sealed record ArticleForm
{
    /// <summary>The version that the editor started from; 0 for a new article.</summary>
    public int BasedOn { get; init; }

    public string? Slug { get; init; }

    public string? Title { get; init; }

    public string? Department { get; init; }

    public string? Topic { get; init; }

    /// <summary>Separated by commas.</summary>
    public string? Synonyms { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidUntil { get; init; }

    public string? ReviewedAt { get; init; }

    public string? ReviewBy { get; init; }

    public string? Reviewer { get; init; }

    public string? ConflictsWith { get; init; }

    public string? Leika { get; init; }

    /// <summary>"ja" for a by-law.</summary>
    public string? Statute { get; init; }

    public string? Text { get; init; }

    internal static ArticleForm Of(KnowledgeArticle article) => new()
    {
        BasedOn = article.Version,
        Slug = article.Id,
        Title = article.Title,
        Department = article.Department,
        Topic = article.Topic,
        Synonyms = string.Join(", ", article.Synonyms),
        Source = article.Source,
        Url = article.Url,
        ValidFrom = Day(article.ValidFrom),
        ValidUntil = Day(article.ValidUntil),
        ReviewedAt = Day(article.ReviewedAt),
        ReviewBy = Day(article.ReviewBy),
        Reviewer = article.Reviewer,
        ConflictsWith = article.ConflictsWith,
        Leika = article.Leika,
        Statute = article.IsStatute ? "ja" : null,
        Text = article.Markdown,
    };

    /// <summary>The article, and what is wrong with its dates.</summary>
    internal (KnowledgeArticle Article, IReadOnlyList<FormError> Errors) ToArticle(string slug)
    {
        var errors = new List<FormError>();
        var article = new KnowledgeArticle(
            slug, Line(Title) ?? "", Line(Department) ?? "", Line(Topic),
            Date(ValidFrom, "validFrom", errors) ?? Missing("validFrom", errors),
            Date(ReviewedAt, "reviewedAt", errors) ?? Missing("reviewedAt", errors),
            Date(ReviewBy, "reviewBy", errors),
            Line(Source) ?? "",
            Line(Url) ?? "",
            Synonyms?.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            (Text ?? "").ReplaceLineEndings("\n").Trim('\n'))
        {
            ValidUntil = Date(ValidUntil, "validUntil", errors),
            Reviewer = Line(Reviewer),
            ConflictsWith = Line(ConflictsWith),
            Leika = Line(Leika),
            IsStatute = Statute == "ja",
        };
        return (article, errors);
    }

    private static string? Line(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string? Day(DateOnly? day) => day is { } known ? FormDate.Of(known) : null;

    private static DateOnly? Date(string? value, string field, List<FormError> errors)
    {
        var date = FormDate.Parse(value);
        if (date is null && !string.IsNullOrWhiteSpace(value))
        {
            errors.Add(new FormError(field, "Das Datum braucht die Form 10.03.2026."));
        }

        return date;
    }

    private static DateOnly Missing(string field, List<FormError> errors)
    {
        if (!errors.Exists(e => e.Field == field))
        {
            errors.Add(new FormError(field, "Bitte geben Sie ein Datum an."));
        }

        return default;
    }
}
