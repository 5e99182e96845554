using System.Text.Json;
using Triage.Evaluation.Commands;

namespace Triage.Evaluation.Tests.Intake;

public sealed class ParseCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_file_becomes_a_line_and_a_broken_one_stops_no_other()
    {
        var mails = Directory.CreateDirectory(Path.Combine(folder, "mails", "unter")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(mails, "a.eml"), "From: Erika <e@example.org>\nSubject: Frage\nDate: Mon, 02 Mar 2026 10:15:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nWann ist offen?\n\n-- \nErika\n");
        await File.WriteAllTextAsync(Path.Combine(mails, "b.eml"), "");
        await File.WriteAllTextAsync(Path.Combine(mails, "unter", "c.eml"), "From: x@example.org\nSubject: Abwesenheitsnotiz\n\nBin weg.\n");
        var output = Path.Combine(folder, "neu", "out.jsonl");
        var report = Path.Combine(folder, "report.json");

        var exit = await ParseCommand.Create().Parse(["--folder", mails, "--out", output, "--json", report]).InvokeAsync();

        Assert.Equal(0, exit);
        var rows = (await File.ReadAllLinesAsync(output)).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["a.eml", "b.eml", "unter/c.eml"], rows.Select(r => r.GetProperty("file").GetString()));
        Assert.Equal("Wann ist offen?", rows[0].GetProperty("replyText").GetString());
        Assert.Equal(("e@example.org", "Erika"), (rows[0].GetProperty("from").GetString(), rows[0].GetProperty("fromName").GetString()));
        Assert.Equal(64, rows[0].GetProperty("sha256").GetString()!.Length);
        Assert.Equal((false, "Die Datei ist leer."), (rows[1].GetProperty("ok").GetBoolean(), rows[1].GetProperty("error").GetString()));
        Assert.Equal((true, "vacation"), (rows[2].GetProperty("automatic").GetBoolean(), rows[2].GetProperty("automaticKind").GetString()));
        Assert.Equal(3, JsonDocument.Parse(await File.ReadAllTextAsync(report)).RootElement.GetProperty("files").GetInt32());
    }

    [Fact]
    public void A_line_has_the_agreed_fields()
    {
        string[] agreed = ["file", "ok", "error", "subject", "from", "fromName", "date", "replyText", "signature", "quoted", "forward", "attachments",
            "automatic", "automaticKind", "charset", "sha256", "ms"];
        var row = Triage.Evaluation.Intake.ParsedRow.Of("a", new Models.Intake.ParsedMail(), "", TimeSpan.Zero);
        var names = JsonDocument.Parse(JsonSerializer.Serialize(row, JsonLines.Options)).RootElement.EnumerateObject().Select(p => p.Name).ToList();

        Assert.Equal(agreed, names.Intersect(agreed));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_bad_argument() =>
        Assert.NotEmpty(ParseCommand.Create().Parse(["--folder", Path.Combine(folder, "fehlt"), "--out", "x"]).Errors);
}
