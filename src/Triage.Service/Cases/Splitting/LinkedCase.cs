namespace Triage.Service.Cases.Splitting;

/// <summary>The other case of a split. Who may not read it learns its number and its office, nothing else.</summary>
public sealed record LinkedCase(long Id, string Number, string Office)
{
    /// <summary>The case on the page was split off this one; false: this one was split off the case on the page.</summary>
    public required bool IsOrigin { get; init; }

    /// <summary>Null: the person may not read it.</summary>
    public required string? Subject { get; init; }

    /// <summary>Null: the person may not read it.</summary>
    public required string? State { get; init; }

    /// <summary>The sentences that were split off the message of the case on the page; none on the part's page.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    /// <summary>The suggested topic that was split off; null when a person saw the concern by themselves.</summary>
    public required string? SuggestedTopic { get; init; }

    public required bool IsJoined { get; init; }

    public required bool CanJoin { get; init; }

    public bool IsReadable => Subject is not null;
}
