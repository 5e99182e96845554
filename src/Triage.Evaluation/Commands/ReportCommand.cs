using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Triage.Evaluation.Reporting;
using Triage.Models.Inquiries;

namespace Triage.Evaluation.Commands;

/// <summary>Measures everything on the golden set and writes one page that is readable without the program.</summary>
internal static class ReportCommand
{
    private static readonly Option<DirectoryInfo> Output = new("--out") { Description = "Folder for index.html and report.json", Required = true };
    private static readonly Option<DirectoryInfo?> Model = new("--model") { Description = "Model folder (default: data/models/router)" };
    private static readonly Option<int> Seconds = new("--seconds") { Description = "Length of the benchmark; 0 leaves it out", DefaultValueFactory = _ => 10 };
    private static readonly Option<bool> LearningCurve = new("--learning-curve") { Description = "Train on growing parts of the training set (minutes)" };
    private static readonly Option<bool> Ablation = new("--ablation") { Description = "Train with parts of the features (minutes)" };
    private static readonly Option<int> Seed = new("--seed") { Description = "Same seed and data: same trained routers", DefaultValueFactory = _ => 1 };

    public static Command Create()
    {
        Seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
            {
                result.AddError("--seconds must not be negative.");
            }
        });
        var command = new Command("report", "Measure everything on the golden set and write it as a page") { Output, Model, Seconds, LearningCurve, Ablation, Seed };
        command.SetAction((arguments, cancellation) => Failures.ReportAsync(() => RunAsync(arguments, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var data = DataFolder.Find();
        var options = new ReportOptions(
            data, arguments.GetValue(Model)?.FullName ?? Path.Combine(data, "models", "router"),
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), TimeSpan.FromSeconds(arguments.GetValue(Seconds)))
        {
            LearningCurve = arguments.GetValue(LearningCurve),
            Ablation = arguments.GetValue(Ablation),
            Seed = arguments.GetValue(Seed),
        };
        var report = await new ReportRun(options, AnsiConsole.WriteLine).RunAsync(cancellation);
        await ReportFiles.WriteAsync(arguments.GetRequiredValue(Output).FullName, report, cancellation);
        Print(report);
        return 0;
    }

    private static void Print(EvaluationReport report)
    {
        var table = new Table().AddColumns("figure", "value", "goal");
        foreach (var figure in KeyFigures.Of(report))
        {
            table.AddRow(Markup.Escape(figure.Name), Markup.Escape(figure.Value), Markup.Escape($"{figure.Goal} ({figure.Verdict})"));
        }

        AnsiConsole.Write(table);
        foreach (var missing in report.Missing)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]{missing}[/]");
        }
    }
}
