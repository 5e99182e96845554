using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Models.Drafting;
using Triage.Models.Retrieving;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Drafting;

internal enum DraftState
{
    Suggested,
    Discarded,

    /// <summary>A newer message, or a split, made another one.</summary>
    Superseded,
}

/// <summary>A draft as the machine suggested it. A person's text is a <c>Reply</c>; this row never changes but in state.</summary>
internal sealed class StoredDraft
{
    public long Id { get; init; }

    public required long CaseId { get; init; }

    public required long MessageId { get; init; }

    public required DateTimeOffset At { get; init; }

    public DraftState State { get; set; }

    public required Draft Draft { get; init; }

    /// <summary>A standard answer that it gives, then the passages found for it, best first, so that the suggestion can be explained later.</summary>
    public required IReadOnlyList<RetrievedPassage> Passages { get; init; }

    /// <summary>Why a language model's draft was refused and this one composed instead; null otherwise.</summary>
    public string? Refusal { get; init; }

    /// <summary>The standard answer that it gives, as the passage it cites; null when it gives none.</summary>
    public Passage? Standard => Passages.Select(p => p.Passage).FirstOrDefault(p => StandardAnswer.IsPassage(p.Id));

    internal sealed class Configuration : IEntityTypeConfiguration<StoredDraft>
    {
        public void Configure(EntityTypeBuilder<StoredDraft> builder)
        {
            builder.ToTable("drafts");
            builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
            // Not unique: what is left of a message after a split is drafted for anew.
            builder.HasIndex(d => d.MessageId);
            builder.Property(d => d.Draft).HasJson();
            builder.Ignore(d => d.Standard);
            builder.Property(d => d.Passages).HasJson();
        }
    }
}
