using Triage.Models.Inquiries;

namespace Triage.Service.Intake;

/// <summary>What a citizen sees of their case: where it stands, never what anybody wrote.</summary>
public sealed record StatusView
{
    public required string Number { get; init; }

    public required IReadOnlyList<StatusStep> Steps { get; init; }

    /// <summary>Null while nobody has been found to be responsible.</summary>
    public string? Office { get; init; }

    public ContactFacts? Contact { get; init; }

    /// <summary>By when an answer is due; null when there is nothing to wait for.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public bool Closed { get; init; }

    /// <summary>Nothing was answered yet, or the answer can still be stopped.</summary>
    public bool CanWithdraw { get; init; }

    /// <summary>An answer went out, and nothing was said about it yet.</summary>
    public bool AsksForFeedback { get; init; }

    /// <summary>Concerns of the same message that have cases of their own.</summary>
    public IReadOnlyList<StatusPart> Parts { get; init; } = [];
}

/// <summary>A case split off the citizen's: its number, its office (null: not found yet) and its current step.</summary>
public sealed record StatusPart(string Number, string? Office, string Now);

/// <summary>A step of a case. One is current; those after it have not happened.</summary>
public sealed record StatusStep(string Text, bool Current = false, bool Ahead = false);
