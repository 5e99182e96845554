using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Service.Approving;

namespace Triage.Service.Sending;

internal static class SendState
{
    /// <summary>In the recall window.</summary>
    public const string Held = "held";
    public const string Queued = "queued";
    public const string Sending = "sending";
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";

    /// <summary>The outcome is unknown: never repeated without a person.</summary>
    public const string Uncertain = "uncertain";
    public const string Recalled = "recalled";
    public const string Bounced = "bounced";
}

/// <summary>An approved answer on its way out. It cannot exist without its first and its last signature.</summary>
internal sealed class Outbound
{
    public long Id { get; init; }

    public required long CaseId { get; init; }

    public required int Number { get; init; }

    public required string MailSha256 { get; init; }

    public required int Signatures { get; init; }

    public int FirstSignature { get; init; } = 1;

    public required int LastSignature { get; init; }

    /// <summary>"email" or "letter".</summary>
    public required string Channel { get; init; }

    public required string MessageId { get; init; }

    public required string State { get; set; }

    /// <summary>End of the recall window, of a back-off, or of the sender's lease.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    public long Token { get; set; }

    public int Attempts { get; set; }

    /// <summary>What the mail server answered last: its status code and a word, never an address.</summary>
    public string? Outcome { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Outbound>
    {
        public void Configure(EntityTypeBuilder<Outbound> builder)
        {
            builder.ToTable("outbound", t =>
            {
                t.HasCheckConstraint("ck_outbound_first", "\"FirstSignature\" = 1");
                t.HasCheckConstraint("ck_outbound_last", "\"LastSignature\" = \"Signatures\"");
                t.HasCheckConstraint("ck_outbound_channel", "\"Channel\" IN ('email','letter')");
                t.HasCheckConstraint("ck_outbound_state",
                    "\"State\" IN ('held','queued','sending','accepted','rejected','uncertain','recalled','bounced')");
            });
            builder.HasIndex(o => o.MessageId).IsUnique();
            builder.HasIndex(o => new { o.CaseId, o.Number }).IsUnique();
            builder.HasIndex(o => new { o.State, o.NotBefore });
            Signed(builder, nameof(Outbound.FirstSignature));
            Signed(builder, nameof(Outbound.LastSignature));
            builder.Property(o => o.MailSha256).HasMaxLength(64).IsFixedLength();
            builder.Property(o => o.Channel).HasMaxLength(8);
            builder.Property(o => o.State).HasMaxLength(12);
        }

        private static void Signed(EntityTypeBuilder<Outbound> builder, string signature) =>
            builder.HasOne(typeof(Approval)).WithMany()
                .HasForeignKey(nameof(Outbound.CaseId), nameof(Outbound.Number), nameof(Outbound.MailSha256), nameof(Outbound.Signatures), signature)
                .HasPrincipalKey(nameof(Approval.CaseId), nameof(Approval.Number), nameof(Approval.MailSha256), nameof(Approval.Signatures), nameof(Approval.Signature))
                .OnDelete(DeleteBehavior.Restrict);
    }
}
