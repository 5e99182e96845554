using System.CommandLine;
using Spectre.Console;
using Triage.Evaluation.Data;
using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Inquiries;

namespace Triage.Evaluation.Commands;

/// <summary>Learns which words are people's names, and writes the weights that the pseudonymizing ships with.</summary>
internal static class NamesCommand
{
    public static Command Create()
    {
        var data = new Option<FileInfo?>("--data") { Description = "Labelled rows to learn from (default: data/inquiries/train.jsonl)" };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Weights: feature, tab, weight a line" };
        var command = new Command("names", "Learns to find people's names from labelled inquiries.") { data, output };
        command.SetAction((parsed, cancellation) => Failures.ReportAsync(() => RunAsync(
            parsed.GetValue(data)?.FullName ?? Path.Combine(DataFolder.Find(), "inquiries", "train.jsonl"), parsed.GetRequiredValue(output).FullName, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string input, string output, CancellationToken cancellation)
    {
        var rows = await JsonLines.ReadAsync<LabelledInquiry>(input, cancellation);
        var model = NameTrainer.Train([.. rows.Select(Named)]);
        model.Save(output);
        AnsiConsole.WriteLine($"{rows.Count} messages, {model.Size} features.");
        return 0;
    }

    // As the pseudonymizing reads an inquiry: subject and text as one.
    private static NamedText Named(LabelledInquiry row) =>
        new($"{row.Subject}\n\n{row.Text}", [.. row.Pii.Where(p => p.Type == PersonalDataTypes.Name).Select(p => p.Value)]);
}
