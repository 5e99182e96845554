using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Service.Cases;

namespace Triage.Service.Approving.Translating;

internal enum TranslationState
{
    Made,

    /// <summary>The model's answer was not usable, or there was none.</summary>
    Refused,

    /// <summary>A person decided to send the German text alone.</summary>
    LeftOut,
}

/// <summary>
/// The translation of exactly one German text, found by that text's hash: when a word of it changes, there is none, and an
/// old one cannot go with a new text.
/// </summary>
internal sealed class StoredTranslation
{
    public required long CaseId { get; init; }

    /// <summary>SHA-256 of the German text as the citizen reads it.</summary>
    public required string OfSha256 { get; init; }

    /// <summary>Two letters.</summary>
    public required string Language { get; init; }

    public TranslationState State { get; set; }

    /// <summary>Null unless it was made.</summary>
    public string? Text { get; set; }

    /// <summary>Why it was refused; null otherwise.</summary>
    public string? Reason { get; set; }

    public required string Model { get; set; }

    public required string PromptVersion { get; set; }

    public required DateTimeOffset At { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredTranslation>
    {
        public void Configure(EntityTypeBuilder<StoredTranslation> builder)
        {
            builder.ToTable("translations");
            builder.HasKey(t => new { t.CaseId, t.OfSha256, t.Language });
            builder.HasOne<Case>().WithMany().HasForeignKey(t => t.CaseId);
            builder.Property(t => t.OfSha256).HasMaxLength(64).IsFixedLength();
            builder.Property(t => t.Language).HasMaxLength(2).IsFixedLength();
            builder.Property(t => t.Model).HasMaxLength(200);
            builder.Property(t => t.PromptVersion).HasMaxLength(40);
        }
    }
}
