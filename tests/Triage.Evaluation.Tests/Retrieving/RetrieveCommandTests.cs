using System.CommandLine;
using System.Text.Json;
using Triage.Evaluation.Commands;

namespace Triage.Evaluation.Tests.Retrieving;

public sealed class RetrieveCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("retrieve").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Each_document_is_ranked_once_and_the_report_holds_the_figures()
    {
        var sections = string.Join("\\n\\n", Enumerable.Range(1, 12).Select(i => $"## Abschnitt {i}\\nDie Hundesteuer kostet {string.Join(' ', Enumerable.Repeat($"Wort{i}", 70))}."));
        var passages = Write("p.jsonl", $$"""
            {"id": "hund", "title": "Hundesteuer", "text": "{{sections}}", "source": "x"}
            {"id": "bad", "title": "Freibad", "text": "Das Freibad öffnet im Mai."}
            """);
        var questions = Write("q.jsonl", """
            {"question": "Was kostet die Hundesteuer?", "relevant": ["hund"]}
            {"question": "Wann öffnet das Freibad?", "relevant": ["bad"], "level": "town"}
            """);

        var code = await Run("--passages", passages, "--questions", questions, "--out", Path.Combine(folder, "o.jsonl"),
            "--mode", "lexical", "--json", Path.Combine(folder, "r.json"));

        Assert.Equal(0, code);
        var rows = File.ReadAllLines(Path.Combine(folder, "o.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        Assert.Equal(["hund"], rows[0].GetProperty("ranked").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
        Assert.Equal("Wann öffnet das Freibad?", rows[1].GetProperty("question").GetString());
        Assert.False(rows[1].GetProperty("noSource").GetBoolean());
        var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "r.json"))).RootElement;
        Assert.Equal(1.0, report.GetProperty("metrics").GetProperty("recallAt1").GetDouble());
        Assert.True(report.GetProperty("passages").GetInt32() > 2);
    }

    [Theory]
    [InlineData("--top", "0")]
    [InlineData("--mode", "magic")]
    public void Bad_arguments_are_refused(string option, string value)
    {
        var file = Write("p.jsonl", "");

        Assert.NotEmpty(Root().Parse(["retrieve", "--passages", file, "--questions", file, "--out", "o", option, value]).Errors);
    }

    private static RootCommand Root() => new() { RetrieveCommand.Create() };

    private static Task<int> Run(params string[] arguments) => Root().Parse(["retrieve", .. arguments]).InvokeAsync();

    private string Write(string name, string content)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, content);
        return file;
    }
}
