using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Models.Splitting;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Cases.Splitting;

/// <summary>
/// A concern that a person took out of one case's message as a case of its own. The row links both cases, whatever becomes
/// of them; joined again, it stays as the record of a split that was wrong.
/// </summary>
internal sealed class CaseSplit
{
    public long Id { get; init; }

    public required long OriginId { get; init; }

    public required long PartId { get; init; }

    /// <summary>The citizen's message in the first case.</summary>
    public required long MessageId { get; init; }

    /// <summary>The same message in the new case, with the chosen sentences alone as its text.</summary>
    public required long PartMessageId { get; init; }

    /// <summary>SHA-256 over message, sentences and target: a double click finds the split that its first click made.</summary>
    public required string Key { get; init; }

    /// <summary>The chosen sentences, as places in the message's text.</summary>
    public required IReadOnlyList<TextPlace> Sentences { get; init; }

    /// <summary>Where the person sent it then; null: Zu klären.</summary>
    public required string? Department { get; init; }

    public required string? Topic { get; init; }

    /// <summary>The topic that the classifier had named for it; null: a person saw the concern by themselves.</summary>
    public required string? SuggestedTopic { get; init; }

    public required long SplitBy { get; init; }

    public required DateTimeOffset SplitAt { get; init; }

    public long? JoinedBy { get; private set; }

    public DateTimeOffset? JoinedAt { get; private set; }

    public bool IsJoined => JoinedAt is not null;

    /// <summary>The split was wrong: the concern is the first case's again.</summary>
    public void Join(long staff, DateTimeOffset now) => (JoinedBy, JoinedAt) = (staff, now);

    internal sealed class Configuration : IEntityTypeConfiguration<CaseSplit>
    {
        public void Configure(EntityTypeBuilder<CaseSplit> builder)
        {
            builder.ToTable("case_splits", t => t.HasCheckConstraint("ck_split_joined", "(\"JoinedBy\" IS NULL) = (\"JoinedAt\" IS NULL)"));
            builder.HasIndex(s => s.PartId).IsUnique();
            builder.HasIndex(s => s.PartMessageId).IsUnique();
            // What was joined again may be split anew.
            builder.HasIndex(s => s.Key).IsUnique().HasFilter("\"JoinedAt\" IS NULL");
            builder.HasOne<Case>().WithMany().HasForeignKey(s => s.OriginId);
            builder.HasOne<Case>().WithMany().HasForeignKey(s => s.PartId);
            builder.HasOne<CaseMessage>().WithMany().HasForeignKey(s => s.MessageId);
            builder.HasOne<CaseMessage>().WithMany().HasForeignKey(s => s.PartMessageId);
            builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.SplitBy).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.JoinedBy).OnDelete(DeleteBehavior.Restrict);
            builder.Property(s => s.Key).HasMaxLength(64).IsFixedLength();
            builder.Property(s => s.Sentences).HasJson();
        }
    }
}
