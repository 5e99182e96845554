using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Triage.Service.Retrieving;

internal enum ArticleState
{
    /// <summary>Not searched: nobody has released it.</summary>
    Draft,
    Released,

    /// <summary>Was released once; not searched any more, still there for citations of that time.</summary>
    Retired,
}

/// <summary>An article of the town's knowledge. Its wordings are <see cref="KnowledgeVersion"/>s, none of which is ever overwritten.</summary>
internal sealed class KnowledgeEntry
{
    public long Id { get; init; }

    /// <summary>Its stable name in addresses and citations: small letters, digits and hyphens.</summary>
    public required string Slug { get; init; }

    /// <summary>Number of its newest version. Who saves names the version that they started from.</summary>
    public required int Newest { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<KnowledgeEntry>
    {
        public void Configure(EntityTypeBuilder<KnowledgeEntry> builder)
        {
            builder.ToTable("knowledge_articles");
            builder.Property(a => a.Slug).HasMaxLength(100);
            builder.HasIndex(a => a.Slug).IsUnique();
            builder.Property(a => a.Newest).IsConcurrencyToken();
        }
    }
}
