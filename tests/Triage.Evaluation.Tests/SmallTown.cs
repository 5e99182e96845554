using System.Text.Json;
using Triage.Evaluation.Triaging;
using Triage.Models.Inquiries;
using Triage.Models.Learning;

namespace Triage.Evaluation.Tests;

/// <summary>A data folder with two articles, a mail and two golden inquiries, without any model.</summary>
internal sealed class SmallTown : IDisposable
{
    private static readonly string[] Dogs =
        ["Hund anmelden", "Hundesteuer für den Welpen", "mein Hund ist tot", "Steuermarke verloren vom Hund", "zweiter Hund, Steuer?", "Hunde und Steuer"];

    private static readonly string[] Roads =
        ["Schlagloch in der Straße", "Gehweg kaputt vor dem Haus", "Straße abgesackt", "tiefes Loch im Gehweg", "Bordstein an der Straße lose", "Löcher auf dem Gehweg"];

    private readonly string root = Directory.CreateTempSubdirectory("small-town-").FullName;

    public SmallTown()
    {
        Folder = Path.Combine(root, "data");
        var municipality = Path.Combine(DataFolder.Find(), "municipality");
        foreach (var file in Directory.EnumerateFiles(municipality, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, "municipality", Path.GetRelativePath(municipality, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Article("hundesteuer", "Hundesteuer anmelden", "steueramt", "Melden Sie Ihren Hund innerhalb von 14 Tagen an. Die Hundesteuer kostet 96 Euro im Jahr.");
        Article("gehweg", "Schaden am Gehweg", "tiefbauamt", "Melden Sie Schlaglöcher und lose Platten auf dem Gehweg. Wir kommen innerhalb von drei Tagen.");
        Write("mailbox/1.eml", "From: Erika Muster <e@example.org>\r\nSubject: Hund\r\n\r\nWas kostet die Hundesteuer?\r\n");
        Write("inquiries/train.jsonl", [
            .. Dogs.Select((text, i) => Row($"D-{i}", "T", "", text, "steueramt", "hundesteuer")),
            .. Roads.Select((text, i) => Row($"R-{i}", "T", "", text, "tiefbauamt", "strassenschaeden")),
        ]);
        Write(
            "golden/routing.jsonl",
            Row("G-1", "G", "Steuer", "Was kostet die Hundesteuer im Jahr? Gruß, Anna Kowalska", "steueramt", "hundesteuer"),
            Row("G-2", "G", "Loch", "Auf dem Gehweg liegen lose Platten.", "tiefbauamt", "strassenschaeden"));
        Directory.CreateDirectory(Path.Combine(Folder, "knowledge", "statutes"));
        Directory.CreateDirectory(Path.Combine(Folder, "textblocks"));
    }

    public string Folder { get; }

    /// <summary>Where a router would be.</summary>
    public string Router => Path.Combine(Folder, "models", "router");

    /// <summary>Writes a file of the folder, line by line.</summary>
    public void Write(string name, params string[] lines)
    {
        var file = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, lines);
    }

    /// <summary>Trains a router on the folder's twelve inquiries.</summary>
    public async Task TrainAsync()
    {
        var rows = await InquiryRows.ReadAsync(Path.Combine(Folder, "inquiries", "train.jsonl"), CancellationToken.None);
        (await ClassifierTrainer.TrainAsync([.. rows.Select(r => r.Complete())], new TrainingOptions { Folds = 2 }, null, CancellationToken.None)).Save(Router);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string Row(string id, string author, string subject, string text, string department, string topic) => JsonSerializer.Serialize(new
    {
        id, author, channel = "web", subject, text, department, topic, kind = "frage", also = Array.Empty<string>(), urgent = false, lang = "de", answerable = true,
        pii = text.Contains("Anna Kowalska", StringComparison.Ordinal) ? new[] { new { type = "name", value = "Anna Kowalska" } } : [],
    });

    private void Article(string id, string title, string department, string text) => Write(
        $"knowledge/{department}/{id}.md",
        "---", $"id: {id}", $"title: {title}", $"department: {department}", "valid_from: 2026-01-01", "reviewed_at: 2026-01-01", "source: Satzung", "---", "", $"# {title}", "", text);
}
