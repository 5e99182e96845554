using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Service.Storage;
using Triage.Service.Accounts;

namespace Triage.Service.Sending;

/// <summary>A text that a person wrote once: a notice, or a block for answers. <see cref="Key"/> is its stable name.</summary>
internal sealed class TextBlock
{
    public long Id { get; init; }

    public required string Key { get; init; }

    public required string Title { get; set; }

    /// <summary>One of <see cref="TextBlockPurpose"/>.</summary>
    public required string Purpose { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<TextBlock>
    {
        public void Configure(EntityTypeBuilder<TextBlock> builder)
        {
            builder.ToTable("text_blocks");
            builder.HasIndex(t => t.Key).IsUnique();
        }
    }
}

/// <summary>What a text block is for.</summary>
internal static class TextBlockPurpose
{
    /// <summary>Goes out by itself once released.</summary>
    public const string Notice = "notice";

    /// <summary>A clerk inserts it.</summary>
    public const string Block = "block";

    /// <summary>The answer part of drafts to its topic.</summary>
    public const string Standard = "standard";
}

/// <summary>One wording of a text block. Only a person releases it.</summary>
internal sealed class TextBlockVersion
{
    public required long TextBlockId { get; init; }

    public required int Version { get; init; }

    /// <summary>0 or 1, a number so that a notice's foreign key can demand 1 on both databases.</summary>
    public int Released { get; set; }

    public long? ReleasedBy { get; set; }

    public string? ReleasedByKind { get; set; }

    public required string Subject { get; init; }

    /// <summary>Language (two letters) to text; "de" is always there. Placeholders: {Aktenzeichen} and the like.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<TextBlockVersion>
    {
        public void Configure(EntityTypeBuilder<TextBlockVersion> builder)
        {
            builder.ToTable("text_block_versions", t =>
            {
                t.HasCheckConstraint("ck_block_released", "\"Released\" IN (0,1)");
                t.HasCheckConstraint("ck_block_released_by",
                    "\"Released\" = 0 OR (\"ReleasedBy\" IS NOT NULL AND \"ReleasedByKind\" IS NOT NULL AND \"ReleasedByKind\" = 'human')");
            });
            builder.HasKey(v => new { v.TextBlockId, v.Version });
            builder.HasAlternateKey(v => new { v.TextBlockId, v.Version, v.Released });
            builder.HasOne<TextBlock>().WithMany().HasForeignKey(v => v.TextBlockId);
            builder.HasOne<Staff>().WithMany()
                .HasForeignKey(v => new { v.ReleasedBy, v.ReleasedByKind })
                .HasPrincipalKey(s => new { s.Id, s.Kind }).OnDelete(DeleteBehavior.Restrict);
            builder.Property(v => v.ReleasedByKind).HasMaxLength(8);
            builder.Property(v => v.Texts).HasJson();
        }
    }
}

/// <summary>A fixed notice to a citizen: a released version of a text block, nothing generated.</summary>
internal sealed class Notice
{
    public long Id { get; init; }

    public required long CaseId { get; init; }

    public required long TextBlockId { get; init; }

    public required int Version { get; init; }

    public int Released { get; init; } = 1;

    public required string MessageId { get; init; }

    public required string State { get; set; }

    /// <summary>SHA-256 of the address, for the cap per address and hour.</summary>
    public required string AddressHash { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Recipient { get; set; }

    public required string Language { get; init; }

    /// <summary>What its placeholders were filled with; the sender fills the released block again and compares.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public required byte[] Mime { get; set; }

    public required DateTimeOffset NotBefore { get; set; }

    public long Token { get; set; }

    public int Attempts { get; set; }

    public string? Outcome { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> builder)
        {
            builder.ToTable("notices", t =>
            {
                t.HasCheckConstraint("ck_notice_released", "\"Released\" = 1");
                t.HasCheckConstraint("ck_notice_state",
                    "\"State\" IN ('queued','sending','accepted','rejected','uncertain','bounced')");
            });
            builder.Property(n => n.Values).HasJson();
            builder.HasIndex(n => n.MessageId).IsUnique();
            builder.HasIndex(n => new { n.State, n.NotBefore });
            builder.HasIndex(n => new { n.AddressHash, n.At });
            builder.HasOne<Cases.Case>().WithMany().HasForeignKey(n => n.CaseId);
            builder.HasOne<TextBlockVersion>().WithMany()
                .HasForeignKey(n => new { n.TextBlockId, n.Version, n.Released })
                .HasPrincipalKey(v => new { v.TextBlockId, v.Version, v.Released }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
