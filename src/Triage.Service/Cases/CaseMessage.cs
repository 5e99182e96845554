using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Triage.Service.Cases;

internal enum MessageDirection
{
    In,
    Out,

    /// <summary>A fixed notice: receipt, hand-over, interim notice.</summary>
    Notice,

    /// <summary>A clerk's note; it never leaves the house.</summary>
    Note,
}

/// <summary>One message of a case. Texts and addresses here are erasable; the audit chain holds none.</summary>
internal sealed class CaseMessage
{
    public long Id { get; init; }

    public required long CaseId { get; init; }

    public required MessageDirection Direction { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The stored original; null for what was written here.</summary>
    public long? RawMessageId { get; init; }

    /// <summary>Message-ID without angle brackets, ours or the sender's; null when the sender gave none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The Message-IDs that this mail answers or refers to, separated by blanks.</summary>
    public string? References { get; init; }

    public string? FromName { get; init; }

    public string? FromAddress { get; init; }

    public string? ReplyTo { get; init; }

    /// <summary>The addresses in To, separated by blanks; null for what was not an e-mail.</summary>
    public string? ToAddresses { get; init; }

    public required string Subject { get; init; }

    /// <summary>What the person wrote now, without history and signature.</summary>
    public required string Text { get; init; }

    public string? Quoted { get; init; }

    public string? Signature { get; init; }

    /// <summary>bounce, vacation, list, mdn, other; null for a person's message.</summary>
    public string? Automatic { get; init; }

    /// <summary>Another message has the same Message-ID but other bytes.</summary>
    public bool DuplicateMessageId { get; init; }

    /// <summary>What a person should know about how it was read: cut, unreadable, over a limit. In German.</summary>
    public string? ReadingNote { get; init; }

    /// <summary>The staff member who wrote a note or approved an answer.</summary>
    public long? StaffId { get; init; }

    public List<Attachment> Attachments { get; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<CaseMessage>
    {
        public void Configure(EntityTypeBuilder<CaseMessage> builder)
        {
            builder.ToTable("messages");
            builder.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId);
            builder.HasIndex(m => m.MessageId);
            builder.HasIndex(m => m.RawMessageId).IsUnique();
            builder.HasMany(m => m.Attachments).WithOne().HasForeignKey(a => a.MessageId);
        }
    }
}

/// <summary>An attached file, kept in the content store under its SHA-256; its name is for display only.</summary>
internal sealed class Attachment
{
    public long Id { get; init; }

    /// <summary>Null while a clerk's upload waits for its mail.</summary>
    public long? MessageId { get; set; }

    public required long CaseId { get; init; }

    public required string Sha256 { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required long Size { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> builder)
        {
            builder.ToTable("attachments");
            builder.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId);
            builder.Property(a => a.FileName).HasMaxLength(200);
            builder.Property(a => a.MediaType).HasMaxLength(120);
        }
    }
}
