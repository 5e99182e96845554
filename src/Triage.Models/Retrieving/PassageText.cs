namespace Triage.Models.Retrieving;

/// <summary>A passage as the embedding model reads it; whoever changes this re-embeds everything.</summary>
internal static class PassageText
{
    /// <summary>
    /// Title, headings and text; a question with its answer says that it is one (on the public FAQ set the vectors alone then find
    /// .787 of the answers among the first ten instead of .746).
    /// </summary>
    public static string ForEmbedding(string title, string headingPath, string text) =>
        headingPath.Length > 0 ? $"{title}: {headingPath}\n{text}"
        : title.EndsWith('?') ? $"Frage: {title}\nAntwort: {text}"
        : $"{title}\n{text}";

    public static string ForEmbedding(Passage passage) => ForEmbedding(passage.ArticleTitle, passage.HeadingPath, passage.Text);
}
