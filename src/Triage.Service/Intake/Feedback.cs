using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Service.Cases;

namespace Triage.Service.Intake;

/// <summary>Whether an answer helped.</summary>
internal enum FeedbackVerdict
{
    Solved,
    Partly,
    No,
}

/// <summary>What a citizen says about an answer. The text is theirs and erasable.</summary>
internal sealed class Feedback
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxLength = 2_000;

    public long Id { get; init; }

    public required long CaseId { get; init; }

    public required FeedbackVerdict Verdict { get; init; }

    /// <summary>What irritated or pleased them; "" for nothing.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Feedback>
    {
        public void Configure(EntityTypeBuilder<Feedback> builder)
        {
            builder.ToTable("feedback");
            builder.HasOne<Case>().WithMany().HasForeignKey(f => f.CaseId);
            builder.HasIndex(f => f.At);
            builder.Property(f => f.Text).HasMaxLength(MaxLength);
        }
    }
}
