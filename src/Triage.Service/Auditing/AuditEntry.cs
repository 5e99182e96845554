using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Triage.Service.Auditing;

/// <summary>
/// One link of the audit chain: ids, enumerations and hashes only, so that an erasure leaves the chain whole.
/// <see cref="Hash"/> is the SHA-256 over the row's fields and <see cref="PreviousHash"/>.
/// </summary>
internal sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The account that acted; null for the program itself.</summary>
    public required long? ActorId { get; init; }

    public required string Action { get; init; }

    public required string Subject { get; init; }

    public required long? SubjectId { get; init; }

    /// <summary>More ids, enumerations or hashes, as <c>name=value</c> joined by semicolons. Never text of people.</summary>
    public required string Detail { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.HasKey(a => a.Sequence);
            builder.Property(a => a.Sequence).ValueGeneratedNever();
            builder.HasIndex(a => new { a.Subject, a.SubjectId });
            builder.Property(a => a.Action).HasMaxLength(40);
            builder.Property(a => a.Subject).HasMaxLength(40);
            builder.Property(a => a.Hash).HasMaxLength(64);
            builder.Property(a => a.PreviousHash).HasMaxLength(64);
        }
    }
}
