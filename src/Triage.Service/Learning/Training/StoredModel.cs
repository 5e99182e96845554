using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Service.Accounts;
using Triage.Service.Cases;

namespace Triage.Service.Learning.Training;

/// <summary>A candidate that passed, or a model that was promoted once: here, so that every instance finds it.</summary>
internal sealed class StoredModel
{
    public long Id { get; init; }

    public required long RunId { get; init; }

    /// <summary>As it stands in the manifest; suggestions carry it.</summary>
    public required string Version { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Decisions up to this instant were looked at for it.</summary>
    public required DateTimeOffset LearnedUntil { get; init; }

    /// <summary>The id of the model that it was found no worse than; null: the one that came with the program.</summary>
    public required long? AgainstId { get; init; }

    /// <summary>The model's folder as a ZIP file.</summary>
    public required byte[] Zip { get; init; }

    /// <summary>Cases that it learned from and that were erased since; which ones is not known.</summary>
    public int ErasedCases { get; set; }

    public long? PromotedBy { get; set; }

    public DateTimeOffset? PromotedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredModel>
    {
        public void Configure(EntityTypeBuilder<StoredModel> builder)
        {
            builder.ToTable("models");
            builder.HasOne<TrainingRun>().WithMany().HasForeignKey(m => m.RunId);
            builder.HasOne<Staff>().WithMany().HasForeignKey(m => m.PromotedBy).OnDelete(DeleteBehavior.Restrict);
            builder.Property(m => m.Version).HasMaxLength(80);
        }
    }
}

/// <summary>A stored model learned from this case. An erasure turns the row into a number (<see cref="StoredModel.ErasedCases"/>).</summary>
internal sealed record LearnedCase(long ModelId, long CaseId)
{
    internal sealed class Configuration : IEntityTypeConfiguration<LearnedCase>
    {
        public void Configure(EntityTypeBuilder<LearnedCase> builder)
        {
            builder.ToTable("learned_cases");
            builder.HasKey(l => new { l.ModelId, l.CaseId });
            builder.HasOne<StoredModel>().WithMany().HasForeignKey(l => l.ModelId);
            builder.HasOne<Case>().WithMany().HasForeignKey(l => l.CaseId);
        }
    }
}
