namespace Triage.Evaluation.Intake;

/// <summary>What the command "parse" found in a folder.</summary>
internal sealed record ParseReport(
    int Files,
    int Ok,
    int Failed,
    IReadOnlyDictionary<string, int> Automatic,
    int Forwards,
    int WithQuoted,
    int WithSignature,
    int Attachments,
    double MeanMs,
    double MaxMs)
{
    public static ParseReport Of(IReadOnlyCollection<ParsedRow> rows) => new(
        rows.Count,
        rows.Count(r => r.Ok),
        rows.Count(r => !r.Ok),
        rows.GroupBy(r => r.AutomaticKind ?? "none").OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()),
        rows.Count(r => r.Forward),
        rows.Count(r => r.Quoted is not null),
        rows.Count(r => r.Signature is not null),
        rows.Sum(r => r.Attachments.Count),
        rows.Count == 0 ? 0 : Math.Round(rows.Average(r => r.Ms), 3),
        rows.Count == 0 ? 0 : rows.Max(r => r.Ms));
}
