using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Triage.Evaluation.Drafting;
using Triage.Evaluation.Triaging;
using Triage.Models.Inquiries;
using Triage.Models.Learning;

namespace Triage.Evaluation.Commands;

/// <summary>Learns which sections of the town's knowledge belong into an answer, and writes the weights that the drafting ships with.</summary>
internal static class SectionsCommand
{
    public static Command Create()
    {
        var data = new Option<FileInfo?>("--data") { Description = "Which sections answer which training inquiry (default: data/inquiries/answers.jsonl)" };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Weights to write" };
        var command = new Command("sections", "Learn from answered inquiries which sections a draft takes") { data, output };
        command.SetAction((parsed, cancellation) => Failures.ReportAsync(() => RunAsync(parsed.GetValue(data)?.FullName, parsed.GetRequiredValue(output).FullName, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string? input, string output, CancellationToken cancellation)
    {
        var data = DataFolder.Find();
        using var model = Embedding.Find() ?? throw new InvalidDataException("Without the embedding model there is nothing to learn.");
        var embedder = Embedding.Cached(model)!;
        var labels = await JsonLines.ReadAsync<AnswerLabel>(input ?? Path.Combine(data, "inquiries", "answers.jsonl"), cancellation);
        var trained = await SectionTrainer.TrainAsync(await AnswerLabels.FindAsync(data, labels, embedder, cancellation), embedder, cancellation);
        trained.Save(output);
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{trained.Figures.Rows} messages. Held out: the best section answers {trained.Figures.BestAnswers:0.000}, answering sections among the best four {trained.Figures.AmongFour:0.000}."));
        return 0;
    }
}
