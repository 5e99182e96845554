using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Models.Retrieving;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Retrieving;

/// <summary>One wording of an article, with placeholders for fees and contacts. Only its state ever changes.</summary>
internal sealed class KnowledgeVersion
{
    public required long ArticleId { get; init; }

    public required int Version { get; init; }

    public required ArticleState State { get; set; }

    public required string Title { get; init; }

    public required string Department { get; init; }

    public required string? Topic { get; init; }

    public required IReadOnlyList<string> Synonyms { get; init; }

    public required string Source { get; init; }

    public required string Url { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidUntil { get; init; }

    public required DateOnly ReviewedAt { get; init; }

    public required DateOnly? ReviewBy { get; init; }

    public required string? Reviewer { get; init; }

    public required string? ConflictsWith { get; init; }

    public required bool IsStatute { get; init; }

    public required string? Leika { get; init; }

    public required string Markdown { get; init; }

    /// <summary>SHA-256 over the article as a file (<see cref="ArticleFile.Hash"/>).</summary>
    public required string Hash { get; init; }

    /// <summary>Where this wording comes from, as people read it.</summary>
    public required string Provenance { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who saved it; null for what came with the program.</summary>
    public long? AuthorId { get; init; }

    public DateTimeOffset? ReleasedAt { get; set; }

    public long? ReleasedBy { get; set; }

    public static KnowledgeVersion Of(KnowledgeArticle article, long articleId, int version, VersionOrigin origin) => new()
    {
        ArticleId = articleId,
        Version = version,
        State = ArticleState.Draft,
        Title = article.Title,
        Department = article.Department,
        Topic = article.Topic,
        Synonyms = article.Synonyms,
        Source = article.Source,
        Url = article.Url,
        ValidFrom = article.ValidFrom,
        ValidUntil = article.ValidUntil,
        ReviewedAt = article.ReviewedAt,
        ReviewBy = article.ReviewBy,
        Reviewer = article.Reviewer,
        ConflictsWith = article.ConflictsWith,
        IsStatute = article.IsStatute,
        Leika = article.Leika,
        Markdown = article.Markdown,
        Hash = ArticleFile.Hash(article),
        Provenance = origin.Provenance,
        At = origin.At,
        AuthorId = origin.AuthorId,
    };

    /// <summary>The article as its file would hold it; placeholders are not filled in.</summary>
    public KnowledgeArticle ToArticle(string slug) =>
        new(slug, Title, Department, Topic, ValidFrom, ReviewedAt, ReviewBy, Source, Url, Synonyms, Markdown)
        {
            ConflictsWith = ConflictsWith,
            IsStatute = IsStatute,
            Leika = Leika,
            ValidUntil = ValidUntil,
            Reviewer = Reviewer,
            Version = Version,
        };

    public void Release(DateTimeOffset at, long? by) => (State, ReleasedAt, ReleasedBy) = (ArticleState.Released, at, by);

    internal sealed class Configuration : IEntityTypeConfiguration<KnowledgeVersion>
    {
        public void Configure(EntityTypeBuilder<KnowledgeVersion> builder)
        {
            builder.ToTable("knowledge_versions");
            builder.HasKey(v => new { v.ArticleId, v.Version });
            builder.HasOne<KnowledgeEntry>().WithMany().HasForeignKey(v => v.ArticleId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Staff>().WithMany().HasForeignKey(v => v.AuthorId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Staff>().WithMany().HasForeignKey(v => v.ReleasedBy).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(v => new { v.State, v.ValidFrom });
            builder.Property(v => v.Synonyms).HasJson();
            builder.Property(v => v.Hash).HasMaxLength(64);
        }
    }
}

/// <summary>Who made a wording, when, and from what.</summary>
internal sealed record VersionOrigin(string Provenance, DateTimeOffset At, long? AuthorId);
