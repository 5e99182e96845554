using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Models.Triaging.Rules;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Triaging.Rules;

internal enum RuleState
{
    /// <summary>Written or changed, and not tried since.</summary>
    Draft,

    /// <summary>Tried on past cases as it stands.</summary>
    Tried,
    On,
    Off,
}

/// <summary>A routing rule with its author, its reason, and what came of trying it. It is never deleted: cases point to it.</summary>
internal sealed class StoredRule
{
    public long Id { get; init; }

    /// <summary>Rules act in this order.</summary>
    public required int Position { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Why the town has it, in the words of its author.</summary>
    public string Reason { get; set; } = "";

    public RuleCondition When { get; set; } = new();

    /// <summary>Null: Zu klären.</summary>
    public string? Department { get; set; }

    public string? Topic { get; set; }

    public DateOnly ValidFrom { get; set; }

    /// <summary>Its last day; null: until somebody switches it off.</summary>
    public DateOnly? ValidUntil { get; set; }

    public RuleState State { get; set; }

    /// <summary>Who wrote it, or changed it last.</summary>
    public long AuthorId { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Grows with every change, so that nobody switches on what they have not read.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset? TriedAt { get; set; }

    public int TriedOn { get; set; }

    public int WouldChange { get; set; }

    public RoutingRule ToRule() => new(Id, When, Department, Topic, ValidFrom, ValidUntil);

    internal sealed class Configuration : IEntityTypeConfiguration<StoredRule>
    {
        public void Configure(EntityTypeBuilder<StoredRule> builder)
        {
            builder.ToTable("routing_rules");
            builder.Property(r => r.When).HasJson();
            builder.Property(r => r.Name).HasMaxLength(120);
            builder.Property(r => r.Reason).HasMaxLength(1000);
            builder.Property(r => r.Version).IsConcurrencyToken();
            builder.HasOne<Staff>().WithMany().HasForeignKey(r => r.AuthorId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
