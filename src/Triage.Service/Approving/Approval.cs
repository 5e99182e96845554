using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Service.Storage;
using Triage.Service.Accounts;
using Triage.Service.Cases;

namespace Triage.Service.Approving;

/// <summary>
/// A mail as it was frozen for review: <see cref="MailSha256"/> covers the MIME bytes and the sorted envelope.
/// <see cref="Signatures"/> is how many people must sign (1, or 2 for the Vier-Augen-Prinzip).
/// </summary>
internal sealed record Revision(long CaseId, int Number, string MailSha256, int Signatures)
{
    internal sealed class Configuration : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> builder)
        {
            builder.ToTable("revisions", t =>
            {
                t.HasCheckConstraint("ck_revision_hash", "length(\"MailSha256\") = 64");
                t.HasCheckConstraint("ck_revision_signatures", "\"Signatures\" IN (1,2)");
            });
            builder.HasKey(r => new { r.CaseId, r.Number });
            builder.HasAlternateKey(r => new { r.CaseId, r.Number, r.MailSha256, r.Signatures });
            builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
            builder.Property(r => r.MailSha256).HasMaxLength(64).IsFixedLength();
        }
    }
}

/// <summary>The bytes and addresses of a revision. They can be erased; the revision with its hash stays.</summary>
internal sealed class FrozenMail
{
    public required long CaseId { get; init; }

    public required int Number { get; init; }

    public required AnswerChannel Channel { get; init; }

    public required byte[] Mime { get; init; }

    public required string Sender { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public required string MessageId { get; init; }

    public required string Subject { get; init; }

    /// <summary>The text part, as people read it.</summary>
    public required string Text { get; init; }

    /// <summary>Version of the case and of the reply that this was frozen from; an approval of anything older is refused.</summary>
    public required int CaseVersion { get; init; }

    public required int ReplyVersion { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<FrozenMail>
    {
        public void Configure(EntityTypeBuilder<FrozenMail> builder)
        {
            builder.ToTable("frozen_mails");
            builder.HasKey(m => new { m.CaseId, m.Number });
            builder.HasOne<Revision>().WithOne().HasForeignKey<FrozenMail>(m => new { m.CaseId, m.Number });
            builder.Property(m => m.Recipients).HasJson();
        }
    }
}

/// <summary>A person's signature under exactly one frozen mail. The database refuses any other kind of approver.</summary>
internal sealed record Approval(
    long CaseId, int Number, string MailSha256, int Signatures, int Signature, long ApproverId, string ApproverKind, DateTimeOffset At)
{
    internal sealed class Configuration : IEntityTypeConfiguration<Approval>
    {
        public void Configure(EntityTypeBuilder<Approval> builder)
        {
            builder.ToTable("approvals", t =>
            {
                t.HasCheckConstraint("ck_approval_human", "\"ApproverKind\" = 'human'");
                t.HasCheckConstraint("ck_approval_signature", "\"Signature\" >= 1 AND \"Signature\" <= \"Signatures\"");
            });
            builder.HasKey(a => new { a.CaseId, a.Number, a.Signature });
            builder.HasAlternateKey(a => new { a.CaseId, a.Number, a.MailSha256, a.Signatures, a.Signature });
            builder.HasIndex(a => new { a.CaseId, a.Number, a.ApproverId }).IsUnique();
            builder.HasOne<Revision>().WithMany()
                .HasForeignKey(a => new { a.CaseId, a.Number, a.MailSha256, a.Signatures })
                .HasPrincipalKey(r => new { r.CaseId, r.Number, r.MailSha256, r.Signatures }).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Staff>().WithMany()
                .HasForeignKey(a => new { a.ApproverId, a.ApproverKind })
                .HasPrincipalKey(s => new { s.Id, s.Kind }).OnDelete(DeleteBehavior.Restrict);
            builder.Property(a => a.MailSha256).HasMaxLength(64).IsFixedLength();
            builder.Property(a => a.ApproverKind).HasMaxLength(8);
        }
    }
}
