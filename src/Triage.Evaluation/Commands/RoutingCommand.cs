using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Triage.Evaluation.Triaging;
using Triage.Models.Learning;

namespace Triage.Evaluation.Commands;

/// <summary>Trains on one labelled set and tests on another, or cross-validates on one.</summary>
internal static class RoutingCommand
{
    private static readonly Option<FileInfo> Train = new("--train") { Description = "Rows to learn from: subject, text and the label field", Required = true };
    private static readonly Option<FileInfo?> Test = new("--test") { Description = "Rows to judge; without it, --train is cross-validated" };
    private static readonly Option<string> Label = new("--label") { Description = "Field to learn", Required = true };
    private static readonly Option<FileInfo?> Output = new("--out") { Description = "File of JSON lines to write, a line a row" };
    private static readonly Option<FileInfo?> Json = new("--json") { Description = "Machine-readable report to write" };
    private static readonly Option<string?> FoldsBy = new("--folds-by") { Description = "Cross-validation: rows with the same value stay together" };
    private static readonly Option<int> FoldCount = new("--folds") { Description = "Cross-validation: number of folds", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Seed = new("--seed") { Description = "Same seed and data: same figures", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> Features = new("--features") { Description = "What the router sees", DefaultValueFactory = _ => "all" };

    public static Command Create()
    {
        Train.AcceptExistingOnly();
        Features.AcceptOnlyFromAmong("all", "ngrams", "words");
        var command = new Command("routing", "Measure routing on any labelled set") { Train, Test, Label, Output, Json, FoldsBy, FoldCount, Seed, Features };
        command.SetAction((arguments, cancellation) => Failures.ReportAsync(() => RunAsync(arguments, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var features = arguments.GetRequiredValue(Features);
        var options = new TrainingOptions { Seed = arguments.GetValue(Seed), CharacterRuns = features != "words" };
        using var embedder = features == "all" ? Embedding.Find() : null;
        var run = new RoutingRun(arguments.GetRequiredValue(Label), options, Embedding.Cached(embedder), embedder);
        var train = await InquiryRows.ReadAsync(arguments.GetRequiredValue(Train).FullName, cancellation);
        if (arguments.GetValue(Test) is { } test)
        {
            await run.RunAsync(train, await InquiryRows.ReadAsync(test.FullName, cancellation), cancellation);
        }
        else
        {
            await run.CrossValidateAsync(train, arguments.GetValue(FoldsBy), arguments.GetValue(FoldCount), cancellation);
        }

        var used = embedder is null && features == "all" ? "ngrams" : features;
        var report = RoutingMeasure.Report(arguments.GetRequiredValue(Label), used, train.Length, run.Predictions, run.Microseconds);
        await WriteAsync(arguments, run, report, cancellation);
        return 0;
    }

    private static async Task WriteAsync(ParseResult arguments, RoutingRun run, RoutingReport report, CancellationToken cancellation)
    {
        if (arguments.GetValue(Output) is { } output)
        {
            await JsonLines.WriteAsync(output.FullName, run.Predictions.Select(p => new { p.Id, p.Label, p.Predicted, p.Confidence, p.Abstained }), cancellation);
        }

        if (arguments.GetValue(Json) is { } json)
        {
            await JsonLines.WriteReportAsync(json.FullName, report, cancellation);
        }

        Print(report);
    }

    private static void Print(RoutingReport report)
    {
        static string N(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
        var table = new Table().AddColumns("figure", "value", "95 %");
        table.AddRow("features", report.Features, "");
        table.AddRow("rows learned / judged", $"{report.TrainingRows} / {report.Rows}", "");
        table.AddRow("accuracy", N(report.Accuracy.Value), $"{N(report.Accuracy.Low)}–{N(report.Accuracy.High)}");
        table.AddRow("macro-F1", N(report.MacroF1), "");
        table.AddRow("ECE", N(report.Ece.Value), $"{N(report.Ece.Low)}–{N(report.Ece.High)}");
        table.AddRow("coverage at 95 % / 98 %", $"{N(report.CoverageAt95)} / {N(report.CoverageAt98)}", "");
        table.AddRow("routed, right among them", $"{N(report.RoutedShare)}, {N(report.RoutedAccuracy)}", "");
        table.AddRow("ms a message, median / p99", $"{N(report.MicrosecondsPerMessage / 1000)} / {N(report.MicrosecondsAt99 / 1000)}", "");
        AnsiConsole.Write(table);
    }
}
