using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Triage.Evaluation.Drafting;

namespace Triage.Evaluation.Commands;

/// <summary>Drafts answers as the service would.</summary>
internal static class AnswerCommand
{
    private static readonly Option<FileInfo> Input = new("--in") { Description = "Rows with id, subject, text", Required = true };
    private static readonly Option<FileInfo> Output = new("--out") { Description = "File of JSON lines to write", Required = true };
    private static readonly Option<string> Llm = new("--llm") { Description = "none, or configured (LanguageModel:Endpoint, :Model, :ApiKey)", DefaultValueFactory = _ => "none" };
    private static readonly Option<FileInfo?> Json = new("--json") { Description = "Machine-readable report to write" };

    public static Command Create()
    {
        Input.AcceptExistingOnly();
        Llm.AcceptOnlyFromAmong("none", "configured");
        var command = new Command("answer", "Draft answers from the town's knowledge") { Input, Output, Llm, Json };
        command.SetAction((arguments, cancellation) => Failures.ReportAsync(() => RunAsync(arguments, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        using var desk = await DraftingDesk.OpenAsync(arguments.GetValue(Llm) == "configured", cancellation);
        var rows = await JsonLines.ReadAsync<AnswerInput>(arguments.GetRequiredValue(Input).FullName, cancellation);
        var answers = new List<AnswerRow>();
        foreach (var row in rows)
        {
            answers.Add(await desk.AnswerAsync(row, cancellation));
        }

        await JsonLines.WriteAsync(arguments.GetRequiredValue(Output).FullName, answers, cancellation);
        var report = AnswerReport.Of(answers);
        if (arguments.GetValue(Json) is { } json)
        {
            await JsonLines.WriteReportAsync(json.FullName, report, cancellation);
        }

        var table = new Table().AddColumns("rows", "drafts", "no source", "suspicious", "fallbacks", "median lix", "median ms");
        table.AddRow($"{report.Rows}", $"{report.Drafts}", $"{report.NoSource}", $"{report.Suspicious}", $"{report.Fallbacks}",
            report.MedianLix.ToString("0.0", CultureInfo.InvariantCulture), report.MedianMs.ToString("0", CultureInfo.InvariantCulture));
        AnsiConsole.Write(table);
        return 0;
    }
}
