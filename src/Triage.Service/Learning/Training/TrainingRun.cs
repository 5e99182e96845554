using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Models.Learning;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Learning.Training;

internal enum TrainingState
{
    Waiting,
    Running,

    /// <summary>The candidate is kept, for a person to promote.</summary>
    Passed,

    /// <summary>A class or the whole would fall; the candidate is thrown away.</summary>
    Refused,

    /// <summary>There is no candidate; <see cref="TrainingRun.Problem"/> says why.</summary>
    Failed,
}

/// <summary>What a candidate learned from.</summary>
/// <param name="Shipped">Rows of the file that came with the program.</param>
/// <param name="Corrected">Cases in which a person decided against the suggestion, without seeing it, or without one.</param>
/// <param name="Standing">Cases whose suggestion was seen and left standing.</param>
public sealed record LearnedFrom(int Shipped, int Corrected, int Standing);

/// <summary>
/// One training, from the wish to the verdict. Whoever works on it holds a lease, as in the queue of messages; <see cref="Slot"/>
/// lets only one be under way, however many instances there are.
/// </summary>
internal sealed class TrainingRun
{
    /// <summary>The only value of <see cref="Slot"/>.</summary>
    public const int TheSlot = 1;

    public long Id { get; init; }

    public required long RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public TrainingState State { get; set; }

    /// <summary><see cref="TheSlot"/> until it is finished, then null: the column is unique, and nulls are not compared.</summary>
    public int? Slot { get; set; } = TheSlot;

    public int Attempts { get; set; }

    public long Token { get; set; }

    /// <summary>Not to be touched by anyone else before this instant: the lease's end.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The version of the model that it was measured against.</summary>
    public string? Against { get; set; }

    public LearnedFrom? Learned { get; set; }

    public ModelComparison? Comparison { get; set; }

    /// <summary>In German, for who asked for it; without any text of a message.</summary>
    public string? Problem { get; set; }

    public bool IsOver => Slot is null;

    internal sealed class Configuration : IEntityTypeConfiguration<TrainingRun>
    {
        public void Configure(EntityTypeBuilder<TrainingRun> builder)
        {
            builder.ToTable("training_runs");
            builder.HasIndex(r => r.Slot).IsUnique();
            builder.HasOne<Staff>().WithMany().HasForeignKey(r => r.RequestedBy).OnDelete(DeleteBehavior.Restrict);
            builder.Property(r => r.Against).HasMaxLength(80);
            builder.Property(r => r.Learned).HasJson();
            builder.Property(r => r.Comparison).HasJson();
            builder.Property(r => r.Problem).HasMaxLength(600);
        }
    }
}
