using System.CommandLine;
using Spectre.Console;
using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Inquiries;

namespace Triage.Evaluation.Commands;

/// <summary>Replaces personal data by placeholders, and shows that the way back is exact.</summary>
internal static class PseudonymizeCommand
{
    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Required = true, Description = "Rows of id, subject, text" };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Rows of id, subject, text, spans[], restored" };
        var json = new Option<FileInfo?>("--json") { Description = "Report" };
        var command = new Command("pseudonymize", "Replaces personal data by placeholders.") { input, output, json };
        command.SetAction((parsed, cancellation) => Failures.ReportAsync(() => RunAsync(
            parsed.GetValue(input)!.FullName, parsed.GetValue(output)!.FullName, parsed.GetValue(json)?.FullName, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string input, string output, string? json, CancellationToken cancellation)
    {
        var rows = await JsonLines.ReadAsync<Row>(input, cancellation);
        var masked = rows.ConvertAll(Mask);
        await JsonLines.WriteAsync(output, masked, cancellation);
        var report = Report.Of(rows, masked);
        AnsiConsole.WriteLine($"{report.Rows} messages, {report.Spans} spans, {report.NotRestored} not restored exactly.");
        if (json is not null)
        {
            await JsonLines.WriteReportAsync(json, report, cancellation);
        }

        return report.NotRestored == 0 ? 0 : 1;
    }

    private static MaskedRow Mask(Row row)
    {
        var pseudonyms = new Pseudonyms();
        var masked = Pseudonymizer.Mask(new Inquiry(row.Id, row.Subject ?? string.Empty, row.Text ?? string.Empty), pseudonyms);
        return new MaskedRow(row.Id, masked.Subject, masked.Text, masked.Spans,
            new Restored(pseudonyms.Restore(masked.Subject), pseudonyms.Restore(masked.Text)));
    }

    private sealed record Row(string Id, string? Subject, string? Text);

    private sealed record Restored(string Subject, string Text);

    private sealed record MaskedRow(string Id, string Subject, string Text, IReadOnlyList<FieldSpan> Spans, Restored Restored);

    private sealed record Report(int Rows, int Spans, int NotRestored, IReadOnlyDictionary<string, int> ByType)
    {
        public static Report Of(List<Row> rows, List<MaskedRow> masked) => new(
            rows.Count,
            masked.Sum(m => m.Spans.Count),
            rows.Zip(masked).Count(p => p.Second.Restored != new Restored(p.First.Subject ?? string.Empty, p.First.Text ?? string.Empty)),
            masked.SelectMany(m => m.Spans).GroupBy(s => s.Type).ToDictionary(g => g.Key, g => g.Count()));
    }
}
