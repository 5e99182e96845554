using Triage.Models.Drafting;
using Triage.Models.Drafting.Reading;

namespace Triage.Evaluation.Drafting;

/// <summary>A row to answer.</summary>
internal sealed record AnswerInput(string Id, string? Subject, string? Text);

/// <summary>
/// A draft as it is reported; <see cref="Draft"/> is "" where none may be made (an objection), and such a row has no source either.
/// </summary>
internal sealed record AnswerRow(
    string Id,
    string Draft,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<CriticalStatement> Critical,
    IReadOnlyList<string> OpenQuestions,
    bool NoSource,
    IReadOnlyList<SuspiciousPlace> Suspicious,
    double Lix,
    string Model,
    string PromptVersion,
    string? FallbackReason,
    string Department,
    string? Topic,
    string Kind,
    string Language,
    double Ms);

/// <summary>Figures over all rows.</summary>
internal sealed record AnswerReport(int Rows, int Drafts, int NoSource, int Suspicious, int Fallbacks, double MedianLix, double MedianMs)
{
    /// <summary>Null when there were no golden answers to compare with.</summary>
    public GoldenFigures? Golden { get; init; }

    public static AnswerReport Of(IReadOnlyList<AnswerRow> rows) => new(
        rows.Count,
        rows.Count(r => r.Draft.Length > 0),
        rows.Count(r => r.NoSource),
        rows.Count(r => r.Suspicious.Count > 0),
        rows.Count(r => r.FallbackReason is not null),
        Median(rows.Where(r => r.Draft.Length > 0).Select(r => r.Lix)),
        Median(rows.Select(r => r.Ms)));

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered.Count == 0 ? 0 : ordered[ordered.Count / 2];
    }
}
