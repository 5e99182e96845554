using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Service.Cases;

namespace Triage.Service.Learning;

internal enum DecisionKind
{
    /// <summary>The draft went out unchanged.</summary>
    Approved,

    /// <summary>A person changed the draft before it went out.</summary>
    Edited,

    /// <summary>Written by hand.</summary>
    Written,
    Rerouted,
    Discarded,
    Closed,

    /// <summary>The office chosen before the suggestion was seen.</summary>
    BlindCheck,

    /// <summary>A further concern became a case of its own; it says nothing about the first one's office.</summary>
    Split,

    /// <summary>A split was taken back: that concern was none, or belongs with the first.</summary>
    Joined,
}

/// <summary>A further concern that a person saw (or took back), and the topic that was suggested for it; null: none was.</summary>
internal sealed record AlsoDecided(string? Department, string? Topic, string? SuggestedTopic);

/// <summary>
/// What was suggested, whether the suggestion could be seen, and what a person decided: the material of learning and
/// of the supervisors' figures. It names no person.
/// </summary>
internal sealed class Decision
{
    public long Id { get; init; }

    public required long CaseId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DecisionKind Kind { get; init; }

    public required long? SuggestionId { get; init; }

    public required bool SuggestionVisible { get; init; }

    public required string? SuggestedDepartment { get; init; }

    public required string? SuggestedTopic { get; init; }

    public required double? Confidence { get; init; }

    public required bool Abstained { get; init; }

    /// <summary>The office the person chose or left standing; "" for no inquiry, null for Zu klären.</summary>
    public required string? Department { get; init; }

    public required string? Topic { get; init; }

    /// <summary>The routing rule that had chosen the office; such a decision judges the rule, not the model.</summary>
    public long? RuleId { get; init; }

    /// <summary>For <see cref="DecisionKind.Split"/> and <see cref="DecisionKind.Joined"/>: the further concern's office, as the person chose it.</summary>
    public string? AlsoDepartment { get; init; }

    /// <summary>The further concern's topic; null when the person named an office alone.</summary>
    public string? AlsoTopic { get; init; }

    /// <summary>The topic that was suggested as a further one; null: the person saw it by themselves.</summary>
    public string? SuggestedAlso { get; init; }

    /// <summary>Replayed for the demo town; never learned from.</summary>
    public bool Demo { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Decision>
    {
        public void Configure(EntityTypeBuilder<Decision> builder)
        {
            builder.ToTable("decisions");
            builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
            builder.HasIndex(d => d.At);
        }
    }
}
