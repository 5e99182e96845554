using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Triage.Service;

/// <summary>The steps of a message through the pipeline, in order.</summary>
internal enum PipelineStep
{
    Read,
    Acknowledge,
    Classify,
    Draft,

    /// <summary>With a language model only; the case already stands before people.</summary>
    Summarize,
}

/// <summary>Where a piece of work stands.</summary>
internal enum WorkState
{
    Ready,
    Done,
    Failed,
}

/// <summary>
/// One message's way through the pipeline. Whoever works on it holds a lease; <see cref="Token"/> grows with each
/// claim, and a step commits only while its token is still the newest (a fencing token).
/// </summary>
internal sealed class Work
{
    public long Id { get; init; }

    public required long RawMessageId { get; init; }

    public required PipelineStep Step { get; set; }

    public WorkState State { get; set; }

    public int Attempts { get; set; }

    public long Token { get; set; }

    /// <summary>Not to be touched by anyone else before this instant: the lease's end, or the next attempt's time.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>The last failure's type and place, without any text of the message.</summary>
    public string? Error { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Work>
    {
        public void Configure(EntityTypeBuilder<Work> builder)
        {
            builder.ToTable("work");
            builder.HasIndex(w => w.RawMessageId).IsUnique();
            builder.HasIndex(w => new { w.State, w.NotBefore });
            builder.Property(w => w.Error).HasMaxLength(500);
        }
    }
}
