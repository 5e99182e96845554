using System.CommandLine;
using System.Text.Json;
using Triage.Evaluation.Commands;

namespace Triage.Evaluation.Tests.Triaging;

public sealed class CommandTests : IDisposable
{
    private static readonly string[] Dogs = ["Hund anmelden", "Hundesteuer für den Welpen", "mein Hund ist tot", "Steuermarke verloren vom Hund", "zweiter Hund, Steuer?", "Hunde und Steuer"];
    private static readonly string[] Roads = ["Schlagloch in der Straße", "Gehweg kaputt vor dem Haus", "Straße abgesackt", "tiefes Loch im Gehweg", "Bordstein an der Straße lose", "Löcher auf dem Gehweg"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task What_train_writes_classify_reads_and_answers_every_row_in_the_stable_format()
    {
        var model = Path.Combine(folder.FullName, "model");
        Assert.Equal(0, await RunAsync(TrainCommand.Create(), "--data", Rows("train.jsonl"), "--out", model));
        var output = Path.Combine(folder.FullName, "said.jsonl");
        Assert.Equal(0, await RunAsync(ClassifyCommand.Create(), "--in", Rows("in.jsonl"), "--out", output, "--model", model));
        var lines = await File.ReadAllLinesAsync(output);
        Assert.Equal(Dogs.Length + Roads.Length, lines.Length);
        var said = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal("d0", said.GetProperty("id").GetString());
        Assert.Equal("steueramt", said.GetProperty("department").GetString());
        Assert.Equal("hundesteuer", said.GetProperty("topic").GetString());
        Assert.Equal(JsonValueKind.Array, said.GetProperty("also").ValueKind);
        Assert.False(string.IsNullOrEmpty(said.GetProperty("lang").GetString()));
        Assert.InRange(said.GetProperty("confidence").GetProperty("department").GetDouble(), 0.3, 1);
        Assert.True(said.GetProperty("top").GetProperty("topic")[0].GetProperty("confidence").GetDouble() > 0);
        Assert.True(said.GetProperty("because")[0].TryGetProperty("weight", out _));
        Assert.True(said.TryGetProperty("urgent", out _) && said.TryGetProperty("abstained", out _) && said.TryGetProperty("kind", out _));
    }

    [Fact]
    public async Task Routing_learns_any_field_and_writes_a_line_a_row_and_a_report()
    {
        var (output, json) = (Path.Combine(folder.FullName, "routed.jsonl"), Path.Combine(folder.FullName, "report.json"));
        Assert.Equal(0, await RunAsync(
            RoutingCommand.Create(), "--train", Rows("train.jsonl"), "--test", Rows("test.jsonl"), "--label", "ward", "--out", output, "--json", json));
        var first = JsonDocument.Parse((await File.ReadAllLinesAsync(output))[0]).RootElement;
        Assert.Equal(("d0", "north"), (first.GetProperty("id").GetString(), first.GetProperty("label").GetString()));
        Assert.True(first.TryGetProperty("predicted", out _) && first.TryGetProperty("confidence", out _) && first.TryGetProperty("abstained", out _));
        var report = JsonDocument.Parse(await File.ReadAllTextAsync(json)).RootElement;
        Assert.Equal(Dogs.Length + Roads.Length, report.GetProperty("rows").GetInt32());
        Assert.InRange(report.GetProperty("accuracy").GetProperty("value").GetDouble(), 0.9, 1);
    }

    [Fact]
    public async Task A_missing_model_or_label_is_a_failure_with_exit_code_1()
    {
        Assert.Equal(1, await RunAsync(
            ClassifyCommand.Create(), "--in", Rows("in.jsonl"), "--out", Path.Combine(folder.FullName, "x"), "--model", Path.Combine(folder.FullName, "none")));
        Assert.Equal(1, await RunAsync(TrainCommand.Create(), "--data", Rows("in.jsonl"), "--out", Path.Combine(folder.FullName, "m"), "--label", "nothing"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Task<int> RunAsync(Command command, params string[] arguments) => command.Parse(arguments).InvokeAsync();

    private string Rows(string name)
    {
        var file = Path.Combine(folder.FullName, name);
        var rows = Dogs.Select((text, i) => (object)new { id = $"d{i}", subject = "", text, department = "steueramt", topic = "hundesteuer", ward = "north" })
            .Concat(Roads.Select((text, i) => (object)new { id = $"r{i}", subject = "", text, department = "tiefbauamt", topic = "strasse", ward = "south" }));
        File.WriteAllLines(file, rows.Select(r => JsonSerializer.Serialize(r)));
        return file;
    }
}
