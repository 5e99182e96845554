using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Models.Summarizing;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Drafting.Summarizing;

/// <summary>A language model's summary of a case's earlier messages, found by the hash of exactly these; one a case.</summary>
internal sealed class StoredSummary
{
    public required long CaseId { get; init; }

    /// <summary>SHA-256 of the texts that it was made of.</summary>
    public required string OfSha256 { get; set; }

    public required IReadOnlyList<SummarySentence> Sentences { get; set; }

    public required string Model { get; set; }

    public required string PromptVersion { get; set; }

    public required DateTimeOffset At { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredSummary>
    {
        public void Configure(EntityTypeBuilder<StoredSummary> builder)
        {
            builder.ToTable("summaries");
            builder.HasKey(s => s.CaseId);
            builder.HasOne<Case>().WithOne().HasForeignKey<StoredSummary>(s => s.CaseId);
            builder.Property(s => s.OfSha256).HasMaxLength(64).IsFixedLength();
            builder.Property(s => s.Sentences).HasJson();
            builder.Property(s => s.Model).HasMaxLength(200);
            builder.Property(s => s.PromptVersion).HasMaxLength(40);
        }
    }
}
