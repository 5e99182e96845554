using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Triage.Evaluation.Triaging;
using Triage.Models.Inquiries;
using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Commands;

/// <summary>Trains a router and writes its folder.</summary>
internal static class TrainCommand
{
    private static readonly Option<FileInfo?> Data = new("--data") { Description = "Rows to learn from (default: data/inquiries/train.jsonl)" };
    private static readonly Option<DirectoryInfo> Output = new("--out") { Description = "Model folder to write", Required = true };
    private static readonly Option<string> Label = new("--label")
    {
        Description = "Field of the office; with 'department', topic, kind, urgency and second topics are learned too",
        DefaultValueFactory = _ => "department",
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "Same seed and data: same router", DefaultValueFactory = _ => 1 };
    private static readonly Option<FileInfo?> Json = new("--json") { Description = "Machine-readable report to write (the manifest)" };

    public static Command Create()
    {
        var command = new Command("train", "Train a router from labelled inquiries") { Data, Output, Label, Seed, Json };
        command.SetAction((arguments, cancellation) => Failures.ReportAsync(() => RunAsync(arguments, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var file = arguments.GetValue(Data)?.FullName ?? Path.Combine(DataFolder.Find(), "inquiries", "train.jsonl");
        var label = arguments.GetRequiredValue(Label);
        var rows = await InquiryRows.ReadAsync(file, cancellation);
        TrainingExample[] examples = [.. rows.Select(r => label == "department" ? r.Complete() : r.Labelled(label))];
        using var embedder = Embedding.Find();
        var options = new TrainingOptions { Seed = arguments.GetValue(Seed), Hints = label == "department" ? TownHints.Read() : [] };
        var trained = await ClassifierTrainer.TrainAsync(
            examples, options, Embedding.Cached(embedder), cancellation);
        var manifest = trained.Save(arguments.GetRequiredValue(Output).FullName);
        if (arguments.GetValue(Json) is { } json)
        {
            await JsonLines.WriteReportAsync(json.FullName, manifest, cancellation);
        }

        Print(manifest);
        return 0;
    }

    private static void Print(ModelManifest manifest)
    {
        var table = new Table().AddColumns(["held-out figure", .. manifest.Figures.Keys]);
        foreach (var property in typeof(TrainingFigures).GetProperties())
        {
            table.AddRow([property.Name, .. manifest.Figures.Values.Select(f =>
                property.GetValue(f) is double value ? value.ToString("0.000", CultureInfo.InvariantCulture) : "–")]);
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{manifest.Version}: {manifest.Rows} rows, seed {manifest.Seed}");
    }
}
