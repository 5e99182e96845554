using System.Globalization;
using Spectre.Console;

namespace Triage.Evaluation.Benching;

/// <summary>A benchmark on the console.</summary>
internal static class BenchTables
{
    public static void Print(BenchReport report)
    {
        foreach (var missing in report.Missing)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]{missing}[/]");
        }

        var steps = new Table().AddColumns("step", "measured", "median ms", "p90 ms", "p99 ms", "p99/median", "share");
        foreach (var s in report.Steps)
        {
            steps.AddRow(s.Step, $"{s.Measured}", N(s.MedianMs), N(s.P90Ms), N(s.P99Ms), N(s.P99ToMedian), s.Step == BenchPass.Whole ? "" : Percent(s.Share));
        }

        AnsiConsole.Write(steps);
        var table = new Table().AddColumns("figure", "value");
        foreach (var (name, value) in Figures(report))
        {
            table.AddRow(name, value);
        }

        AnsiConsole.Write(table);
    }

    public static void Print(ScaleReport report)
    {
        var table = new Table().AddColumns("figure", "value");
        table.AddRow("passages", $"{report.Passages}");
        table.AddRow("index from nothing, its forward passes, s", $"{N(report.IndexFromNothingMs / 1000)}, {N(report.ForwardPassesMs / 1000)}");
        table.AddRow("index from cache, s", N(report.IndexFromCacheMs / 1000));
        table.AddRow($"a question ({report.Questions} asked), median and p95, ms", $"{N(report.QuestionMedianMs)}, {N(report.QuestionP95Ms)}");
        table.AddRow("working set, MB", N(report.WorkingSetMegabytes));
        AnsiConsole.Write(table);
    }

    /// <summary>Everything but the steps, as names and values.</summary>
    public static IEnumerable<(string Name, string Value)> Figures(BenchReport report)
    {
        var (ready, memory, rate) = (report.Ready, report.Memory, report.InquiriesPerSecond);
        yield return ("inquiries a second through all steps, one by one", N(rate.OneByOne));
        yield return ($"the same, {report.Cores} at once", N(rate.AtOnce));
        yield return ("processor ms an inquiry", N(rate.CpuMsPerInquiry));
        yield return ("loading the embedding, the router, ms", $"{N(ready.EmbeddingMs)}, {N(ready.RouterMs)}");
        yield return ("the first message that loads the language detection, ms", N(ready.FirstForeignMs));
        yield return ($"reading {ready.Articles} articles, ms", N(ready.KnowledgeMs));
        yield return ($"index of {ready.Passages} passages from nothing, s", N(ready.IndexFromNothingMs / 1000));
        yield return ("that build in forward passes of the model", N(ready.BuildToForwardPasses));
        yield return ("index from cache, s", N(ready.IndexFromCacheMs / 1000));
        yield return ("a fresh process until models and cached index are ready, s", N(report.StartUpMs / 1000));
        yield return ("working set now, at most, MB", $"{N(memory.WorkingSetMegabytes)}, {N(memory.PeakWorkingSetMegabytes)}");
        yield return ("managed memory, MB", N(memory.ManagedMegabytes));
        yield return ("allocated an inquiry, MB", N(memory.AllocatedMegabytesPerInquiry));
        if (report.GivenUp > 0)
        {
            yield return ("inquiries given up: a pattern ran out of its second", $"{report.GivenUp}");
        }

        yield return ("machine", $"{report.Cores} cores, {report.System}, {report.Runtime}");
    }

    public static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    private static string N(double? value) => value switch
    {
        null => "–",
        < 1 => value.Value.ToString("0.000", CultureInfo.InvariantCulture),
        < 100 => value.Value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0", CultureInfo.InvariantCulture),
    };
}
