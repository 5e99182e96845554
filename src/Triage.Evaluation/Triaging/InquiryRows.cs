using System.Text.Json;
using Triage.Models.Learning;

namespace Triage.Evaluation.Triaging;

/// <summary>Reads rows of inquiries.</summary>
internal static class InquiryRows
{
    /// <exception cref="InvalidDataException">A line is no JSON object.</exception>
    public static async Task<InquiryRow[]> ReadAsync(string file, CancellationToken cancellation) =>
        [.. (await JsonLines.ReadAsync<JsonElement>(file, cancellation)).Select((row, i) => row.ValueKind == JsonValueKind.Object
            ? new InquiryRow(row, i + 1)
            : throw new InvalidDataException($"{file}, row {i + 1}: no JSON object."))];
}
