using System.CommandLine;
using Triage.Evaluation.Benching;
using Triage.Models.Inquiries;

namespace Triage.Evaluation.Commands;

/// <summary>Measures what an inquiry costs on this machine.</summary>
internal static class BenchCommand
{
    private static readonly Option<int> Seconds = new("--seconds") { Description = "Length of the measurement, after the index is built", DefaultValueFactory = _ => 20 };
    private static readonly Option<DirectoryInfo?> Model = new("--model") { Description = "Model folder (default: data/models/router)" };
    private static readonly Option<FileInfo?> Json = new("--json") { Description = "Machine-readable report to write" };

    private static readonly Option<int?> Passages = new("--passages") { Description = "Measure only the index and search, with so many passages made from the town's own" };

    // For the fresh process that the benchmark starts: get ready with this cache, and end.
    private static readonly Option<DirectoryInfo?> StartOnly = new("--start-only") { Hidden = true };

    public static Command Create()
    {
        AtLeastOne(Seconds);
        AtLeastOne(Passages);
        var command = new Command("bench", "Measure cost per step, throughput, memory and start-up on this machine") { Seconds, Model, Passages, Json, StartOnly };
        command.SetAction((arguments, cancellation) => Failures.ReportAsync(() => RunAsync(arguments, cancellation)));
        return command;
    }

    private static void AtLeastOne<T>(Option<T> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int?>() < 1)
        {
            result.AddError($"{option.Name} must be at least 1.");
        }
    });

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var data = DataFolder.Find();
        var router = arguments.GetValue(Model)?.FullName ?? Path.Combine(data, "models", "router");
        if (arguments.GetValue(StartOnly) is { } cache)
        {
            using var parts = new BenchParts(data, router);
            await parts.BuildAsync(cache.FullName, cancellation);
            return 0;
        }

        if (arguments.GetValue(Passages) is { } passages)
        {
            var scale = await ScaleBenchmark.RunAsync(data, passages, cancellation);
            await WriteAsync(arguments, scale, cancellation);
            BenchTables.Print(scale);
            return 0;
        }

        var report = await Benchmark.RunAsync(data, router, TimeSpan.FromSeconds(arguments.GetValue(Seconds)), measureStart: true, cancellation);
        await WriteAsync(arguments, report, cancellation);
        BenchTables.Print(report);
        return 0;
    }

    private static Task WriteAsync<T>(ParseResult arguments, T report, CancellationToken cancellation) =>
        arguments.GetValue(Json) is { } json ? JsonLines.WriteReportAsync(json.FullName, report, cancellation) : Task.CompletedTask;
}
