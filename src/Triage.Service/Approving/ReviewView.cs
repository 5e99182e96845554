using Triage.Service.Approving.Translating;

namespace Triage.Service.Approving;

/// <summary>A frozen mail before a person's eyes, read from its bytes: exactly what goes out.</summary>
public sealed record ReviewView
{
    public required long CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string Queue { get; init; }

    public required int Number { get; init; }

    public required string Sha256 { get; init; }

    public required bool IsLetter { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>The German part.</summary>
    public required string Text { get; init; }

    /// <summary>The part in the citizen's language, or why there is none; null where none is due.</summary>
    public required TranslationView? Translation { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The differences to the suggestion; null for a text written by hand.</summary>
    public required IReadOnlyList<DifferencePiece>? Changes { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Critical statements that nobody ticked; while there is one, the server refuses the approval.</summary>
    public required IReadOnlyList<string> Open { get; init; }

    public required bool NeedsTwo { get; init; }

    /// <summary>What follows the approval, in words.</summary>
    public required string Follows { get; init; }
}

/// <summary>An approval that came too late: what was reviewed, and how it stands now.</summary>
public sealed record StaleView(long CaseId, string CaseNumber, string Reviewed, string? Current, IReadOnlyList<string> NewMessages, bool CanReview);
