namespace Triage.Models.Retrieving;

/// <summary>A released article of the town's knowledge, placeholders (fees, hours, contacts) already filled in.</summary>
public sealed record KnowledgeArticle(
    string Id,
    string Title,
    string Department,
    string? Topic,
    DateOnly ValidFrom,
    DateOnly ReviewedAt,
    DateOnly? ReviewBy,
    string Source,
    string Url,
    IReadOnlyList<string> Synonyms,
    string Markdown)
{
    /// <summary>The id of an article that says otherwise, marked by an editor; null when there is none.</summary>
    public string? ConflictsWith { get; init; }

    /// <summary>The text is a by-law of the town: quoted by paragraph.</summary>
    public bool IsStatute { get; init; }

    /// <summary>The key of the service in the federal catalogue (LeiKa), where it is known for certain.</summary>
    public string? Leika { get; init; }

    /// <summary>The last day on which it holds; null when there is no end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Who found it right at <see cref="ReviewedAt"/>; null when that is not recorded.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Number of this wording, from 1; 0 when it comes from a file that has no versions.</summary>
    public int Version { get; init; }
}

/// <summary>
/// A part of an article that can be quoted. <see cref="Start"/> and <see cref="Length"/> give its place in the article's
/// Markdown in UTF-16 units, so that a citation opens exactly there.
/// </summary>
public sealed record Passage(
    string Id,
    string ArticleId,
    string ArticleTitle,
    string HeadingPath,
    string Text,
    int Start,
    int Length,
    string Department,
    string? Topic)
{
    /// <summary>The version of the article that the range is of; 0 when it has none.</summary>
    public int Version { get; init; }

    /// <summary>How citizens call what its article is about, besides the title.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>A newer article of the same subject has overtaken its article.</summary>
    public bool IsOutdated { get; init; }
}

/// <summary>A passage that was found, best first; <see cref="Score"/> is comparable within one search only.</summary>
public sealed record RetrievedPassage(Passage Passage, double Score);

/// <summary>What a search found. <see cref="NoSource"/>: nothing found is good enough to answer from.</summary>
public sealed record RetrievalResult(IReadOnlyList<RetrievedPassage> Passages, bool NoSource);
