using Triage.Service.Web;

namespace Triage.Service.Retrieving;

/// <summary>A property of an article, as people read it.</summary>
public sealed record ArticleFact(string Name, string Value);

/// <summary>One version in an article's history.</summary>
public sealed record VersionRow(int Version, string State, string At, string Author, string Provenance, bool Shown);

/// <summary>An article in one of its versions, as its page shows it.</summary>
public sealed record ArticleView
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<ArticleFact> Facts { get; init; }

    /// <summary>What a reader must know before trusting it, in words.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    public required string Html { get; init; }

    public required string? Url { get; init; }

    /// <summary>An article that says otherwise: its id and title.</summary>
    public required ArticleFact? Conflict { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<VersionRow> Versions { get; init; }

    public required bool CanEdit { get; init; }

    public required bool CanRelease { get; init; }

    public required bool CanRetire { get; init; }

    /// <summary>A cited passage is marked.</summary>
    public required bool Marked { get; init; }
}

/// <summary>A line of two compared texts.</summary>
public sealed record DiffLine(string Text, LineChange Change);

public enum LineChange
{
    None,
    Added,
    Removed,
}

/// <summary>Two versions, line by line.</summary>
public sealed record CompareView(string Slug, string Title, int Old, int New, IReadOnlyList<int> Versions, IReadOnlyList<DiffLine> Lines);

/// <summary>The editor: what stands in its fields, and what it shows beside them.</summary>
public sealed record EditorView
{
    public required ArticleForm Form { get; init; }

    /// <summary>Null for a new article.</summary>
    public required string? Slug { get; init; }

    public IReadOnlyList<FormError> Errors { get; init; } = [];

    /// <summary>The text as readers would see it; null without a preview.</summary>
    public string? Preview { get; init; }

    /// <summary>What somebody else saved meanwhile against this text; null without a conflict.</summary>
    public IReadOnlyList<DiffLine>? Conflict { get; init; }
}

/// <summary>What a file of an import would do.</summary>
public sealed record ImportRow(string File, string? Slug, string? Title, string What, bool CanTake, IReadOnlyList<DiffLine> Lines);

public sealed record ImportView(long Id, string From, bool Taken, IReadOnlyList<ImportRow> Rows);
