using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Triage.Evaluation.Data;
using Triage.Models.Inquiries;

namespace Triage.Evaluation.Commands;

/// <summary>Prints the figures of the data set and whatever is wrong with it.</summary>
internal static class DataCommand
{
    private static readonly Option<FileInfo?> Json = new("--json") { Description = "Machine-readable report to write" };

    public static Command Create()
    {
        var command = new Command("data", "Count and check the demo town's data") { Json };
        command.SetAction((arguments, cancellation) => Failures.ReportAsync(() => RunAsync(arguments, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var set = await DataSet.ReadAsync(DataFolder.Find(), cancellation);
        if (arguments.GetValue(Json) is { } json)
        {
            await JsonLines.WriteReportAsync(json.FullName, set, cancellation);
        }

        Print(set);
        return set.Problems.Count == 0 ? 0 : 1;
    }

    private static void Print(DataSet set)
    {
        var table = new Table().AddColumns(["figure", .. set.Inquiries.Keys]);
        void Row(string name, Func<InquiryFigures, string> value) => table.AddRow([name, .. set.Inquiries.Values.Select(f => Markup.Escape(value(f)))]);
        Row("rows", f => Number(f.Rows));
        Row("authors", f => Number(f.Authors));
        Row("words: shortest, median, longest", f => $"{f.ShortestWords}, {f.MedianWords}, {f.LongestWords}");
        Row("with a second topic", f => Percent(f.Also));
        Row("urgent", f => Percent(f.Urgent));
        Row("answerable", f => Percent(f.Answerable));
        Row("with personal data", f => Percent(f.WithPersonalData));
        Row("fewest rows of a topic", f => Number(f.FewestPerTopic));
        Row("languages", f => Counts(f.Languages));
        Row("kinds", f => Counts(f.Kinds));
        Row("near-duplicates", f => Number(f.NearDuplicates));
        Row("most frequent opening", f => Percent(f.MostFrequentOpening));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{set.Articles} articles, {set.Statutes} statutes, {set.Mails} mails, {set.TextBlocks} text blocks");
        foreach (var problem in set.Problems)
        {
            AnsiConsole.WriteLine($"{problem.Where}: {problem.What}");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    private static string Counts(IReadOnlyDictionary<string, int> counts) => string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"));
}
