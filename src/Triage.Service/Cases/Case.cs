using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Triage.Service.Cases;

internal enum CaseStatus
{
    /// <summary>Taken in; the pipeline has not finished with it. People can already work on it.</summary>
    Received,
    Open,

    /// <summary>Waits for the citizen or for a date (Wiedervorlage).</summary>
    Waiting,
    Closed,
}

internal enum CaseChannel
{
    Email,
    Web,
}

internal enum CloseReason
{
    Answered,
    NoInquiry,
    Duplicate,
    ByPhone,
    Withdrawn,

    /// <summary>Split off wrongly: its concern is the first case's again (<see cref="Splitting.CaseSplit"/>).</summary>
    Joined,
}

/// <summary>A citizen's concern with everything written about it. Its number is a label, never a key.</summary>
internal sealed class Case
{
    public long Id { get; init; }

    public required string Number { get; init; }

    public required CaseChannel Channel { get; init; }

    /// <summary>SHA-256 of the citizen's status code (80 random bits); null until the receipt or confirmation made one.</summary>
    public string? StatusCodeHash { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    /// <summary>"Bitte ohne KI": no classifier and no draft.</summary>
    public bool WithoutAi { get; init; }

    public bool PlainLanguage { get; init; }

    public CaseStatus Status { get; private set; } = CaseStatus.Received;

    /// <summary>Null: "Zu klären".</summary>
    public string? Department { get; private set; }

    public string? Topic { get; private set; }

    public string? Kind { get; private set; }

    public bool Urgent { get; private set; }

    /// <summary>
    /// The routing rule that chose the office; null: the classifier did, or nobody. No foreign key: SQLite would have to copy the
    /// whole table to add one, and rules are never deleted.
    /// </summary>
    public long? RuleId { get; private set; }

    public long? AssigneeId { get; private set; }

    /// <summary>The Wiedervorlage, while waiting.</summary>
    public DateTimeOffset? ResumeAt { get; private set; }

    public CloseReason? ClosedBecause { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the citizen's data were erased; what is left are numbers and dates.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Why people must look at it apart from its content, such as a step that failed; null when nothing is wrong.</summary>
    public string? Attention { get; set; }

    /// <summary>The clerk chooses the office before seeing the suggestion.</summary>
    public bool BlindCheck { get; init; }

    /// <summary>Set when the clerk has chosen on a blind check; suggestions are visible from then on.</summary>
    public bool BlindDecided { get; private set; }

    /// <summary>A case that this message may belong to, which its sender could not prove.</summary>
    public long? PossibleFollowUpOf { get; init; }

    /// <summary>The citizen, as the first message named them. Erasable.</summary>
    public string? CitizenName { get; set; }

    public string? CitizenAddress { get; set; }

    public required string Subject { get; set; }

    /// <summary>Grows with every change that a person must have seen before sending.</summary>
    public int Version { get; private set; } = 1;

    public bool IsDone => Status == CaseStatus.Closed;

    /// <summary>A further concern can be taken out of it: not on a blind check, which would tell the suggestion, nor when it was joined itself.</summary>
    public bool CanBeSplit => !HidesSuggestion && ErasedAt is null && ClosedBecause != CloseReason.Joined;

    /// <summary>The suggestion must not be in the page yet.</summary>
    public bool HidesSuggestion => BlindCheck && !BlindDecided;

    /// <summary>A rule's or the classifier's choice takes effect as the case's queue, until a person decides otherwise.</summary>
    public void Route(string? department, string? topic, string? kind, bool urgent, DateTimeOffset dueAt, long? rule = null)
    {
        (Department, Topic, Kind, Urgent, DueAt, RuleId) = (department, topic, kind, urgent, dueAt, rule);
        Version++;
    }

    /// <summary>The pipeline is done, or gave up: the case stands in its queue.</summary>
    public void Present()
    {
        if (Status == CaseStatus.Received)
        {
            Status = CaseStatus.Open;
        }
    }

    /// <summary>A person moves the case to an office (null: Zu klären); nobody holds it then.</summary>
    public void Reroute(string? department, string? topic)
    {
        (Department, Topic, AssigneeId) = (department, topic, null);
        BlindDecided = true;
        Status = CaseStatus.Open;
        Version++;
    }

    /// <summary>The clerk's own choice of office on a blind check.</summary>
    public void DecideBlind(string? department, string? topic)
    {
        (Department, Topic, BlindDecided) = (department, topic, true);
        Version++;
    }

    public void SetKind(string? kind)
    {
        Kind = kind;
        Version++;
    }

    public void Assign(long? staff) => AssigneeId = staff;

    public void WaitUntil(DateTimeOffset resumeAt)
    {
        (Status, ResumeAt) = (CaseStatus.Waiting, resumeAt);
        Version++;
    }

    /// <summary>A message of the citizen arrived, or the date came: back into the queue. Its due date stays (habit 13).</summary>
    public void Wake()
    {
        (Status, ResumeAt, ClosedBecause, ClosedAt) = (CaseStatus.Open, null, null, null);
        Version++;
    }

    public void Close(CloseReason because, DateTimeOffset now)
    {
        (Status, ClosedBecause, ClosedAt, ResumeAt) = (CaseStatus.Closed, because, now, null);
        Version++;
    }

    /// <summary>Everything that leads to the citizen goes.</summary>
    public void Erase(DateTimeOffset now)
    {
        (CitizenName, CitizenAddress, StatusCodeHash, Attention) = (null, null, null, null);
        (Subject, ErasedAt) = ("(gelöscht)", now);
        Version++;
    }

    /// <summary>Something else that a person must have seen changed (a recipient, an attachment, a bounce).</summary>
    public void Touch() => Version++;

    internal sealed class Configuration : IEntityTypeConfiguration<Case>
    {
        public void Configure(EntityTypeBuilder<Case> builder)
        {
            builder.ToTable("cases");
            builder.HasIndex(c => c.Number).IsUnique();
            builder.HasIndex(c => new { c.Status, c.DueAt });
            builder.HasIndex(c => c.Department);
            builder.HasIndex(c => c.CitizenAddress);
            builder.Property(c => c.Number).HasMaxLength(20);
            builder.Property(c => c.StatusCodeHash).HasMaxLength(64);
            builder.Property(c => c.Version).IsConcurrencyToken();
        }
    }
}
