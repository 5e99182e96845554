using System.Text.Json;
using Triage.Evaluation.Data;
using Triage.Evaluation.Triaging;
using Triage.Models.Inquiries;

namespace Triage.Evaluation.Reporting.Figures;

/// <summary>A golden row: its labels, and the inquiry as the service sees it (the reply part alone).</summary>
internal sealed record GoldenInquiry(LabelledInquiry Labels, Inquiry Inquiry)
{
    /// <exception cref="InvalidDataException">A line is no such row, or there is none.</exception>
    public static async Task<List<GoldenInquiry>> ReadAsync(string file, CancellationToken cancellation)
    {
        var labels = await JsonLines.ReadAsync<LabelledInquiry>(file, cancellation);
        var rows = await InquiryRows.ReadAsync(file, cancellation);
        return labels.Count > 0
            ? [.. labels.Zip(rows, (l, r) => new GoldenInquiry(l, r.Inquiry))]
            : throw new InvalidDataException($"{file} has no row.");
    }
}
