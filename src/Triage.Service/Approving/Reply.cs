using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Approving;

public enum AnswerChannel
{
    Email,
    Letter,
    Phone,
}

/// <summary>Another version of an answer, and the draft it began as.</summary>
internal sealed record OtherText(string Text, long? DraftId)
{
    /// <summary>The versions before this one, newest first, each without a list of its own.</summary>
    public IReadOnlyList<OtherText> Earlier { get; init; } = [];
}

/// <summary>
/// A person's text while they work on it: it survives reload, change of case and of owner, and no machine ever
/// overwrites it. One a case; replaced when the next answer begins.
/// </summary>
internal sealed class Reply
{
    public required long CaseId { get; init; }

    public required string Recipient { get; set; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    public AnswerChannel Channel { get; set; }

    /// <summary>The draft that the text began as; null for a text written by hand.</summary>
    public long? DraftId { get; set; }

    /// <summary>A question back to the citizen: after sending, the case waits.</summary>
    public bool AsksBack { get; set; }

    /// <summary>The critical statements that the person ticked, as "kind:words".</summary>
    public IReadOnlyList<string> Ticked { get; set; } = [];

    /// <summary>Ids of attachments that go with the mail.</summary>
    public IReadOnlyList<long> AttachmentIds { get; set; } = [];

    /// <summary>The text that another version replaced, to return to, with those before it; null when none did.</summary>
    public OtherText? Previous { get; private set; }

    /// <summary>All texts that other versions replaced, newest first.</summary>
    public IReadOnlyList<OtherText> Versions => Previous is null ? [] : [Previous with { Earlier = [] }, .. Previous.Earlier];

    public required long SavedBy { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>The revision that was approved from this text; null while it is being worked on, and again after a recall.</summary>
    public int? ApprovedNumber { get; set; }

    /// <summary>Grows with each saving; a saving on top of an older one is shown as a conflict.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Puts another version in the text's place. The text joins the versions to return to: no word of it is lost.</summary>
    public void Exchange(OtherText with)
    {
        OtherText[] kept = [new(Text, DraftId), .. Versions];
        var versions = kept.Where(v => v.Text != with.Text && !string.IsNullOrWhiteSpace(v.Text)).DistinctBy(v => v.Text).ToList();
        Previous = versions.Count == 0 ? null : versions[0] with { Earlier = versions[1..] };
        (Text, DraftId) = (with.Text, with.DraftId);
    }

    /// <summary>The next answer begins: what was sent needs no versions.</summary>
    public void ForgetVersions() => Previous = null;

    internal sealed class Configuration : IEntityTypeConfiguration<Reply>
    {
        public void Configure(EntityTypeBuilder<Reply> builder)
        {
            builder.ToTable("replies");
            builder.HasKey(r => r.CaseId);
            builder.HasOne<Case>().WithOne().HasForeignKey<Reply>(r => r.CaseId);
            builder.Property(r => r.Version).IsConcurrencyToken();
            builder.Property(r => r.Ticked).HasJson();
            builder.Property(r => r.Previous).HasJson();
            builder.Ignore(r => r.Versions);
            builder.Property(r => r.AttachmentIds).HasJson();
        }
    }
}
