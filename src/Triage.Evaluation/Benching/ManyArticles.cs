using Triage.Models.Retrieving;

namespace Triage.Evaluation.Benching;

/// <summary>
/// More articles than the town has, for measuring search at the size of a large city: each keeps the headings and the form
/// of a real one, and its lines of text come from anywhere in the knowledge. They say nothing true; they only take as long.
/// </summary>
internal static class ManyArticles
{
    /// <summary>The articles themselves, then mixed ones, until there are <paramref name="passages"/> passages or a few more.</summary>
    public static IReadOnlyList<KnowledgeArticle> Make(IReadOnlyList<KnowledgeArticle> articles, int passages, PassageSplitter splitter, int seed)
    {
        var random = new Random(seed);
        string[] lines = [.. articles.SelectMany(a => a.Markdown.Split('\n')).Where(IsText)];
        List<KnowledgeArticle> made = [.. articles];
        var count = articles.Sum(a => splitter.Split(a).Count);
        while (count < passages)
        {
            var model = articles[made.Count % articles.Count];
            var mixed = model with { Id = $"{model.Id}-{made.Count}", Markdown = Mixed(model.Markdown, lines, random) };
            made.Add(mixed);
            count += splitter.Split(mixed).Count;
        }

        return made;
    }

    private static string Mixed(string markdown, string[] lines, Random random) =>
        string.Join('\n', markdown.Split('\n').Select(line => IsText(line) ? lines[random.Next(lines.Length)] : line));

    // Headings, lists and tables stay: they make the form.
    private static bool IsText(string line) => line.Length > 0 && char.IsLetter(line[0]);
}
