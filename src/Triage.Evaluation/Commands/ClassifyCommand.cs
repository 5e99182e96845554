using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Triage.Evaluation.Triaging;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Commands;

/// <summary>Judges inquiries with a trained router.</summary>
internal static class ClassifyCommand
{
    private static readonly Option<FileInfo> Input = new("--in") { Description = "Rows with id, subject, text", Required = true };
    private static readonly Option<FileInfo> Output = new("--out") { Description = "File of JSON lines to write", Required = true };
    private static readonly Option<DirectoryInfo?> Model = new("--model") { Description = "Model folder (default: data/models/router)" };
    private static readonly Option<FileInfo?> Json = new("--json") { Description = "Machine-readable report to write" };

    public static Command Create()
    {
        Input.AcceptExistingOnly();
        var command = new Command("classify", "Suggest office, topic and kind of inquiries") { Input, Output, Model, Json };
        command.SetAction((arguments, cancellation) => Failures.ReportAsync(() => RunAsync(arguments, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var folder = arguments.GetValue(Model)?.FullName ?? Path.Combine(DataFolder.Find(), "models", "router");
        using var embedder = Embedding.Find();
        var classifier = InquiryClassifier.Load(folder, embedder);
        var rows = await InquiryRows.ReadAsync(arguments.GetRequiredValue(Input).FullName, cancellation);
        var said = new List<ClassifiedRow>();
        var times = new List<double>();
        foreach (var row in rows)
        {
            var start = Stopwatch.GetTimestamp();
            said.Add(ClassifiedRow.Of(row.Id, await classifier.ClassifyAsync(row.Inquiry, cancellation)));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        await JsonLines.WriteAsync(arguments.GetRequiredValue(Output).FullName, said, cancellation);
        var report = new ClassifyReport(
            classifier.ModelVersion, classifier.UsesEmbedding, rows.Length, said.Count(s => s.Abstained), said.Count(s => s.Urgent),
            times.Order().ElementAtOrDefault(times.Count / 2), times.Order().ElementAtOrDefault(times.Count * 99 / 100));
        if (arguments.GetValue(Json) is { } json)
        {
            await JsonLines.WriteReportAsync(json.FullName, report, cancellation);
        }

        Print(report);
        return 0;
    }

    private static void Print(ClassifyReport report)
    {
        var table = new Table().AddColumns("model", "embedding", "rows", "abstained", "urgent", "median ms", "p99 ms");
        table.AddRow(
            report.Model, report.UsesEmbedding ? "yes" : "no", $"{report.Rows}", $"{report.Abstained}", $"{report.Urgent}",
            report.MedianMs.ToString("0.0", CultureInfo.InvariantCulture), report.P99Ms.ToString("0.0", CultureInfo.InvariantCulture));
        AnsiConsole.Write(table);
    }

    private sealed record ClassifyReport(string Model, bool UsesEmbedding, int Rows, int Abstained, int Urgent, double MedianMs, double P99Ms);
}
