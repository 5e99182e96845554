using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Retrieving;

/// <summary>Articles and embedders for tests.</summary>
internal static class Articles
{
    public static KnowledgeArticle Article(string id, string title, string markdown, string department = "steueramt", string? topic = null) => new(
        id, title, department, topic, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 1), null, "Satzung", "", [], markdown);

    /// <summary>So many different words.</summary>
    public static string Words(int count, string stem = "wort") => string.Join(' ', Enumerable.Range(1, count).Select(i => $"{stem}{i}"));

    public static readonly IReadOnlyList<KnowledgeArticle> Town =
    [
        Article("hund", "Hund anmelden", "## Was kostet es?\nDie Hundesteuer beträgt 90 Euro im Jahr.\n\n## Was ist mit gefährlichen Hunden?\nGefährliche Hunde kosten mehr.", topic: "hundesteuer"),
        Article("ausweis", "Personalausweis beantragen", "Bringen Sie ein Foto mit. Der Ausweis liegt nach drei Wochen im Bürgerbüro.", "buergerbuero", "personalausweis"),
        Article("pass", "Reisepass beantragen", "Für Reisen außerhalb der EU brauchen Sie einen Reisepass. Bringen Sie ein Foto mit.", "buergerbuero", "reisepass"),
        Article("bad", "Freibad", "Das Freibad öffnet im Mai. Kinder unter sechs Jahren baden ohne Eintritt.", "schulamt", "baeder"),
        Article("laub", "Laub auf dem Gehweg", "Wer an der Straße wohnt, fegt den Gehweg. Das Laub gehört in den Biomüll.", "betriebshof", "strassenreinigung"),
    ];

    public static readonly string EmbeddingFolder = Path.Combine(DataFolder.Find(), "models", "embedding");
}

/// <summary>Says what a text means by a few words; counts what it was asked for.</summary>
internal sealed class FakeEmbedder : ITextEmbedder
{
    private static readonly string[][] Meanings =
        [["hund", "vierbeiner", "dackel"], ["ausweis", "perso"], ["reisepass"], ["freibad", "schwimmen"], ["laub", "blätter"], ["zebra"]];

    public int Dimensions => Meanings.Length;

    public string ModelId => "fake";

    public List<string> Passages { get; } = [];

    /// <summary>Waited for before passages get vectors.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation)
    {
        if (role == EmbeddingRole.Passage)
        {
            await Gate.WaitAsync(cancellation);
            Passages.AddRange(texts);
        }

        return [.. texts.Select(Vector)];
    }

    private static float[] Vector(string text)
    {
        var vector = Meanings.Select(words => words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) ? 1f : 0.1f).ToArray();
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return [.. vector.Select(v => v / length)];
    }
}
