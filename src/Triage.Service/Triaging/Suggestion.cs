using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Models.Triaging;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Triaging;

/// <summary>What the classifier said about a message, kept whole so that the decision can be explained later.</summary>
internal sealed class Suggestion
{
    public long Id { get; init; }

    public required long CaseId { get; init; }

    public required long MessageId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Department { get; init; }

    public required string? Topic { get; init; }

    public required string Kind { get; init; }

    public required double Confidence { get; init; }

    public required bool Abstained { get; init; }

    public required string ModelVersion { get; init; }

    public required Classification Classification { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Suggestion>
    {
        public void Configure(EntityTypeBuilder<Suggestion> builder)
        {
            builder.ToTable("suggestions");
            builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId);
            builder.HasIndex(s => s.MessageId).IsUnique();
            builder.Property(s => s.Classification).HasJson();
        }
    }
}
