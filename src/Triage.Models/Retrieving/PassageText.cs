namespace Triage.Models.Retrieving;

/// <summary>A passage as the embedding model reads it; whoever changes this re-embeds everything.</summary>
internal static class PassageText
{
    public static string ForEmbedding(string title, string headingPath, string text) =>
        headingPath.Length == 0 ? $"{title}\n{text}" : $"{title}: {headingPath}\n{text}";

    public static string ForEmbedding(Passage passage) => ForEmbedding(passage.ArticleTitle, passage.HeadingPath, passage.Text);
}
