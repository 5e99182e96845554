using Triage.Models.Retrieving;

namespace Triage.Evaluation.Retrieving;

/// <summary>A document to be found; the program splits it itself.</summary>
internal sealed record DocumentRow(string Id, string? Title, string Text)
{
    // Titles made from file names ("Abmeldung_des_Gewerbes") are words too.
    public KnowledgeArticle ToArticle() => new(
        Id, (Title ?? "").Replace('_', ' '), "", null, DateOnly.MinValue, DateOnly.MinValue, null, "", "", [], Text);
}

/// <summary>A question; <see cref="Relevant"/> holds the ids of the documents that answer it, for the report alone.</summary>
internal sealed record QuestionRow(string Question, IReadOnlyList<string>? Relevant);

internal sealed record RankedId(string Id, double Score);

internal sealed record RankedRow(string Question, IReadOnlyList<RankedId> Ranked, bool NoSource);

/// <summary>Times in milliseconds, memory in MB (10⁶ bytes); figures of quality are null when no row says what is relevant.</summary>
internal sealed record RetrievalReport(
    string Mode,
    int Documents,
    int Passages,
    int Questions,
    RetrievalMetrics? Metrics,
    double NoSourceShare,
    double MeanMs,
    double P95Ms,
    double BuildMs,
    double IndexMegabytes);
