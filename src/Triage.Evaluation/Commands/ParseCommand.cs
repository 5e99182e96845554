using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Triage.Evaluation.Intake;

namespace Triage.Evaluation.Commands;

/// <summary>Reads every mail file of a folder as intake does and writes what it found in it.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--folder") { Description = "Folder of mail files, read with its subfolders", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "File of JSON lines to write", Required = true };
        var json = new Option<FileInfo?>("--json") { Description = "Machine-readable report to write" };
        var command = new Command("parse", "Parse mail files, broken ones included") { folder, output, json };
        folder.AcceptExistingOnly();
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetRequiredValue(folder), arguments.GetRequiredValue(output), arguments.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, FileInfo output, FileInfo? json, CancellationToken cancellation)
    {
        var rows = FolderParser.Parse(folder.FullName).ToList();
        await JsonLines.WriteAsync(output.FullName, rows, cancellation);
        var report = ParseReport.Of(rows);
        if (json is not null)
        {
            await JsonLines.WriteReportAsync(json.FullName, report, cancellation);
        }

        Print(rows, report);
        return 0;
    }

    private static void Print(IEnumerable<ParsedRow> rows, ParseReport report)
    {
        foreach (var row in rows.Where(r => !r.Ok))
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]{row.File}[/]: {row.Error}");
        }

        var table = new Table().AddColumns("files", "ok", "failed", "forwards", "attachments", "mean ms", "max ms");
        table.AddRow(new[] { report.Files, report.Ok, report.Failed, report.Forwards, report.Attachments, report.MeanMs, report.MaxMs }
            .Select(n => n.ToString(CultureInfo.InvariantCulture)).ToArray());
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("automatic: " + string.Join(", ", report.Automatic.Select(a => $"{a.Key} {a.Value}")));
    }
}
