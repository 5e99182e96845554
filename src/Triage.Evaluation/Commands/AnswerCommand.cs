using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Triage.Evaluation.Drafting;
using Triage.Evaluation.Reporting.Figures;

namespace Triage.Evaluation.Commands;

/// <summary>Drafts answers as the service would.</summary>
internal static class AnswerCommand
{
    private static readonly Option<FileInfo> Input = new("--in") { Description = "Rows with id, subject, text", Required = true };
    private static readonly Option<FileInfo> Output = new("--out") { Description = "File of JSON lines to write", Required = true };
    private static readonly Option<string> Llm = new("--llm") { Description = "none, or configured (LanguageModel:Endpoint, :Model, :ApiKey)", DefaultValueFactory = _ => "none" };
    private static readonly Option<FileInfo?> Golden = new("--golden") { Description = "Golden answers to measure against; vectors are then kept in var/, and times mean nothing" };
    private static readonly Option<FileInfo?> Json = new("--json") { Description = "Machine-readable report to write" };

    public static Command Create()
    {
        Input.AcceptExistingOnly();
        Llm.AcceptOnlyFromAmong("none", "configured");
        var command = new Command("answer", "Draft answers from the town's knowledge") { Input, Output, Llm, Golden, Json };
        command.SetAction((arguments, cancellation) => Failures.ReportAsync(() => RunAsync(arguments, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var golden = arguments.GetValue(Golden) is { } file ? await JsonLines.ReadAsync<GoldenAnswer>(file.FullName, cancellation) : null;
        using var desk = await DraftingDesk.OpenAsync(arguments.GetValue(Llm) == "configured", cached: golden is not null, cancellation);
        var rows = await JsonLines.ReadAsync<AnswerInput>(arguments.GetRequiredValue(Input).FullName, cancellation);
        if (golden is not null)
        {
            var known = golden.Select(g => g.Id).ToHashSet();
            rows.RemoveAll(r => !known.Contains(r.Id));
        }

        var answers = new List<AnswerRow>();
        foreach (var row in rows)
        {
            answers.Add(await desk.AnswerAsync(row, cancellation));
        }

        await JsonLines.WriteAsync(arguments.GetRequiredValue(Output).FullName, answers, cancellation);
        var report = AnswerReport.Of(answers) with { Golden = golden is null ? null : GoldenFigures.Of(golden, answers) };
        if (arguments.GetValue(Json) is { } json)
        {
            await JsonLines.WriteReportAsync(json.FullName, report, cancellation);
        }

        var table = new Table().AddColumns("rows", "drafts", "no source", "suspicious", "fallbacks", "median lix", "median ms");
        table.AddRow($"{report.Rows}", $"{report.Drafts}", $"{report.NoSource}", $"{report.Suspicious}", $"{report.Fallbacks}",
            report.MedianLix.ToString("0.0", CultureInfo.InvariantCulture), report.MedianMs.ToString("0", CultureInfo.InvariantCulture));
        AnsiConsole.Write(table);
        Print(report.Golden);
        return 0;
    }

    private static void Print(GoldenFigures? golden)
    {
        if (golden is null)
        {
            return;
        }

        var table = new Table().AddColumns("golden rows", "answerable", "right", "facts", "wrong", "words median", "words p90", "lost to no source", "caught");
        foreach (var part in golden.Halves.Concat(golden.Languages).Prepend(golden.All))
        {
            table.AddRow(part.Name, $"{part.Answerable}", Share(part.Right), Share(part.Facts), Share(part.Wrong), $"{part.MedianWords}", $"{part.NinetiethWords}", Share(part.Lost), $"{part.Caught} of {part.Unanswerable}");
        }

        AnsiConsole.Write(table);
    }

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
