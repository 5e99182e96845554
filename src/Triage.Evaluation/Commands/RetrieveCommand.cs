using System.CommandLine;
using Spectre.Console;
using Triage.Evaluation.Retrieving;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Commands;

/// <summary><c>retrieve</c>: ranks documents for questions with the index that the service uses.</summary>
internal static class RetrieveCommand
{
    private static readonly Option<FileInfo> Passages = new("--passages") { Description = "JSON lines: id, title, text", Required = true };
    private static readonly Option<FileInfo> Questions = new("--questions") { Description = "JSON lines: question, relevant[] for the report", Required = true };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "JSON lines: question, ranked[] {id, score}, noSource", Required = true };
    private static readonly Option<int> Top = new("--top") { Description = "documents a question", DefaultValueFactory = _ => 10 };
    private static readonly Option<SearchMode> Mode = new("--mode") { Description = "words, meanings, or both", DefaultValueFactory = _ => SearchMode.Hybrid };
    private static readonly Option<DirectoryInfo?> Cache = new("--cache") { Description = "folder that keeps vectors; without it the build is measured from nothing" };
    private static readonly Option<FileInfo?> Json = new("--json") { Description = "report for machines" };

    public static Command Create()
    {
        Passages.AcceptExistingOnly();
        Questions.AcceptExistingOnly();
        Top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--top must be at least 1.");
            }
        });
        var command = new Command("retrieve", "Ranks documents for questions and measures recall, time and memory") { Passages, Questions, Out, Top, Mode, Cache, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var documents = await JsonLines.ReadAsync<DocumentRow>(arguments.GetRequiredValue(Passages).FullName, cancellation);
        var questions = await JsonLines.ReadAsync<QuestionRow>(arguments.GetRequiredValue(Questions).FullName, cancellation);
        var mode = arguments.GetValue(Mode);
        using var embedder = mode == SearchMode.Lexical ? null : OnnxEmbedder.Load(Path.Combine(DataFolder.Find(), "models", "embedding"));
        using var index = new KnowledgeIndex(embedder, arguments.GetValue(Cache)?.FullName, mode);
        var (rows, report) = await new RetrievalRun(index, arguments.GetValue(Top))
            .RunAsync(documents, questions, mode.ToString().ToLowerInvariant(), cancellation);
        await JsonLines.WriteAsync(arguments.GetRequiredValue(Out).FullName, rows, cancellation);
        if (arguments.GetValue(Json) is { } json)
        {
            await JsonLines.WriteReportAsync(json.FullName, report, cancellation);
        }

        Print(report);
        return 0;
    }

    private static void Print(RetrievalReport report)
    {
        var table = new Table().AddColumn("retrieve").AddColumn(report.Mode);
        void Row(string name, FormattableString value) => table.AddRow(name, FormattableString.Invariant(value));
        Row("documents, passages, questions", $"{report.Documents}, {report.Passages}, {report.Questions}");
        if (report.Metrics is { } m)
        {
            Row("recall@1 / 5 / 10", $"{m.RecallAt1:F3} / {m.RecallAt5:F3} / {m.RecallAt10:F3}");
            Row("MRR@10, nDCG@10", $"{m.MrrAt10:F3}, {m.NdcgAt10:F3}");
        }

        Row("no source", $"{report.NoSourceShare:P1}");
        Row("ms a question, mean and p95", $"{report.MeanMs:F1}, {report.P95Ms:F1}");
        Row("build", $"{report.BuildMs / 1000:F1} s, {report.IndexMegabytes:F0} MB");
        AnsiConsole.Write(table);
    }
}
