using System.CommandLine;
using Spectre.Console;
using Triage.Evaluation.Triaging;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Commands;

/// <summary>Checks drafts against the passages they are said to rest on.</summary>
internal static class GroundCommand
{
    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Required = true, Description = "Rows of id, draft, passages[] {id, text}" };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Rows of id, statements[]" };
        var words = new Option<bool>("--words-only") { Description = "Do not use the embedding" };
        var json = new Option<FileInfo?>("--json") { Description = "Report" };
        var command = new Command("ground", "Finds a draft's statements and whether a passage supports them.") { input, output, words, json };
        command.SetAction((parsed, cancellation) => Failures.ReportAsync(() => RunAsync(
            parsed.GetValue(input)!.FullName, parsed.GetValue(output)!.FullName, parsed.GetValue(words), parsed.GetValue(json)?.FullName, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string input, string output, bool wordsOnly, string? json, CancellationToken cancellation)
    {
        var rows = await JsonLines.ReadAsync<Row>(input, cancellation);
        using var embedder = wordsOnly ? null : Embedding.Find();
        var checkedRows = new List<CheckedRow>();
        foreach (var row in rows)
        {
            checkedRows.Add(await CheckAsync(row, embedder, cancellation));
        }

        await JsonLines.WriteAsync(output, checkedRows, cancellation);
        var report = Report.Of(checkedRows, embedder?.ModelId);
        AnsiConsole.WriteLine($"{report.Rows} drafts, {report.Statements} statements, {report.Unsupported} without a source.");
        if (json is not null)
        {
            await JsonLines.WriteReportAsync(json, report, cancellation);
        }

        return 0;
    }

    private static async Task<CheckedRow> CheckAsync(Row row, ITextEmbedder? embedder, CancellationToken cancellation)
    {
        var check = new GroundingCheck([.. (row.Passages ?? []).Select(p => new GroundingSource(p.Id, p.Title ?? string.Empty, p.Text))], embedder);
        var statements = await check.CheckAsync(row.Draft ?? throw new InvalidDataException($"Row '{row.Id}' has no draft."), cancellation);
        return new CheckedRow(row.Id, statements);
    }

    private sealed record Row(string Id, string? Draft, List<PassageRow>? Passages);

    private sealed record PassageRow(string Id, string Text, string? Title);

    private sealed record CheckedRow(string Id, IReadOnlyList<GroundedStatement> Statements);

    private sealed record Report(int Rows, int Statements, int Unsupported, IReadOnlyDictionary<string, int> UnsupportedByKind, string? Embedding)
    {
        public static Report Of(List<CheckedRow> rows, string? embedding)
        {
            var open = rows.SelectMany(r => r.Statements).Where(s => !s.Supported).ToList();
            return new Report(rows.Count, rows.Sum(r => r.Statements.Count), open.Count,
                open.GroupBy(s => s.Kind).ToDictionary(g => g.Key, g => g.Count()), embedding);
        }
    }
}
