using Triage.Service.Web;

namespace Triage.Service.Cases.Splitting;

/// <summary>The page on which a person takes a concern out of a message.</summary>
public sealed record SplitView
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required string Queue { get; init; }

    /// <summary>The case's version as it is shown here.</summary>
    public required int Version { get; init; }

    public required long MessageId { get; init; }

    public required string At { get; init; }

    public required IReadOnlyList<SentenceChoice> Sentences { get; init; }

    public required IReadOnlyList<FileChoice> Files { get; init; }

    /// <summary>The citizen's other messages in the case.</summary>
    public required IReadOnlyList<OtherMessage> Others { get; init; }

    /// <summary>The suggested further topic that led here, by id and name; null: none did.</summary>
    public required string? SuggestedTopic { get; init; }

    public required string? SuggestedName { get; init; }

    /// <summary>The chosen office and topic as <see cref="Target"/> reads it; empty for none yet.</summary>
    public required string Target { get; init; }

    public required string Subject { get; init; }

    public IReadOnlyList<FormError> Errors { get; init; } = [];
}

/// <summary>A sentence to tick. <see cref="PartOf"/>: the number of a case that it was split off into already.</summary>
public sealed record SentenceChoice(int Index, string Text, bool Chosen, string? PartOf);

public sealed record FileChoice(FileView File, bool Chosen);

public sealed record OtherMessage(long Id, string At);
