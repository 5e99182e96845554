using System.CommandLine;
using System.Text.Json;
using Triage.Evaluation.Commands;

namespace Triage.Evaluation.Tests.Drafting;

public sealed class DraftingCommandsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("drafting").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Ground_gives_each_statement_its_place_and_whether_a_passage_supports_it()
    {
        var rows = await RunAsync(
            GroundCommand.Create(), 0,
            """{"id":"1","draft":"Der Ausweis kostet 48 Euro.","passages":[{"id":"a","text":"Der Ausweis kostet 46,00 Euro."}]}""", "--words-only");
        var amount = rows.Single().GetProperty("statements").EnumerateArray().Single(s => s.GetProperty("kind").GetString() == "amount");
        Assert.Equal((19, false, "48 Euro"), (amount.GetProperty("start").GetInt32(), amount.GetProperty("supported").GetBoolean(), amount.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Pseudonymize_masks_and_restores_exactly()
    {
        const string text = "Bitte Rückruf: 0171 2345678 😀\nGruß\nSvantje Ohmstede";
        var row = (await RunAsync(PseudonymizeCommand.Create(), 0, JsonSerializer.Serialize(new { id = "1", subject = "Rückruf", text }))).Single();
        Assert.Equal(text, row.GetProperty("restored").GetProperty("text").GetString());
        Assert.DoesNotContain("Ohmstede", row.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_no_json_fails_with_its_line() =>
        Assert.Empty(await RunAsync(PseudonymizeCommand.Create(), 1, "{\"id\":"));

    private async Task<List<JsonElement>> RunAsync(Command command, int code, string row, params string[] more)
    {
        var (input, output) = (Path.Combine(folder, "in.jsonl"), Path.Combine(folder, "out.jsonl"));
        await File.WriteAllTextAsync(input, row);
        Assert.Equal(code, await command.Parse(["--in", input, "--out", output, .. more]).InvokeAsync());
        return File.Exists(output) ? [.. (await File.ReadAllLinesAsync(output)).Select(l => JsonDocument.Parse(l).RootElement)] : [];
    }
}
