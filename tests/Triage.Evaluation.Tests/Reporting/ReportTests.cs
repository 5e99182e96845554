using System.CommandLine;
using System.Text.Json;
using System.Xml.Linq;
using Triage.Evaluation.Commands;
using Triage.Evaluation.Reporting;

namespace Triage.Evaluation.Tests.Reporting;

public sealed class ReportTests : IDisposable
{
    private readonly SmallTown town = new();

    [Fact]
    public async Task The_page_is_well_formed_needs_no_other_file_and_holds_the_figures()
    {
        await town.TrainAsync();
        town.Write("golden/answers.jsonl", """{"id": "G-1", "answerable": true, "articles": ["hundesteuer"], "must": [["96 Euro"]], "mustNot": []}""");
        var report = await RunAsync(o => o with { LearningCurve = true, Ablation = true });

        var (html, page) = await WriteAsync(report);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" || e.Attribute("src") is not null);
        Assert.DoesNotContain("&gt;", page.Descendants("style").Single().ToString(), StringComparison.Ordinal);
        Assert.Equal(["key", "routing", "training", "answers", "pseudonyms", "data"], page.Descendants("section").Select(s => s.Attribute("id")!.Value));
        Assert.Equal(["100.0 % (34.2–100.0)", "at least 80 %", "met"], Row(page, "key", "office right"));
        Assert.Equal(["100.0 % (20.7–100.0)"], Row(page, "answers", "all required facts and nothing wrong"));
        Assert.Equal(["12", "12"], page.Descendants("section").Single(s => s.Attribute("id")!.Value == "training").Descendants("tbody")
            .SelectMany(b => b.Elements("tr")).Take(1).SelectMany(r => new[] { r.Element("th")!.Value, r.Elements("td").First().Value }));
        Assert.Equal(2, report.Ablation!.Count);
        Assert.Equal(12, Assert.Single(report.LearningCurve!).Rows);
        Assert.True(page.Descendants().Count(e => e.Name.LocalName == "svg" && e.Attribute("role")?.Value == "img" && e.Attribute("aria-label") is not null) >= 4);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_the_rest_is_measured()
    {
        var report = await RunAsync(o => o);

        Assert.Null(report.Routing);
        Assert.Null(report.Drafts);
        Assert.Equal(2, report.Missing.Count);
        var (_, page) = await WriteAsync(report);
        Assert.Equal(["key", "pseudonyms", "data"], page.Descendants("section").Select(s => s.Attribute("id")!.Value));
        Assert.Contains(page.Descendants("p"), p => p.Value.Contains("data/models/router", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_to_no_golden_inquiry_is_a_failure()
    {
        town.Write("golden/answers.jsonl", """{"id": "G-9", "answerable": false, "articles": [], "must": [], "mustNot": []}""");
        await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(o => o));
    }

    [Fact]
    public async Task A_damaged_model_is_a_failure_with_exit_code_1_and_bad_arguments_are_refused()
    {
        town.Write("models/router/manifest.json", "{}");
        var root = new RootCommand { ReportCommand.Create(), BenchCommand.Create() };
        Assert.Equal(1, await root.Parse(["report", "--out", town.Folder, "--model", town.Router]).InvokeAsync());
        Assert.Equal(1, await root.Parse(["bench", "--model", town.Router]).InvokeAsync());
        Assert.NotEmpty(root.Parse(["report"]).Errors);
        Assert.NotEmpty(root.Parse(["report", "--out", town.Folder, "--seconds", "-1"]).Errors);
    }

    public void Dispose() => town.Dispose();

    private Task<EvaluationReport> RunAsync(Func<ReportOptions, ReportOptions> change) => new ReportRun(
        change(new ReportOptions(town.Folder, town.Router, new DateOnly(2026, 3, 1), TimeSpan.Zero)), _ => { }).RunAsync(CancellationToken.None);

    private async Task<(string Html, XElement Page)> WriteAsync(EvaluationReport report)
    {
        var folder = Path.Combine(town.Folder, "report");
        await ReportFiles.WriteAsync(folder, report, CancellationToken.None);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "report.json")));
        Assert.Equal("2026-03-01", json.RootElement.GetProperty("day").GetString());
        var html = await File.ReadAllTextAsync(Path.Combine(folder, "index.html"));
        return (html, XElement.Parse(html[html.IndexOf("<html", StringComparison.Ordinal)..]));
    }

    private static IEnumerable<string> Row(XElement page, string section, string name) =>
        page.Descendants("section").Single(s => s.Attribute("id")!.Value == section).Descendants("tr").First(r => r.Elements("th").First().Value == name).Elements("td").Select(d => d.Value);
}
