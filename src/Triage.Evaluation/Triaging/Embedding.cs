using System.Globalization;
using Spectre.Console;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Triaging;

/// <summary>The embedding model of the data folder.</summary>
internal static class Embedding
{
    /// <summary>Null, and said, when there is none: then everything works on n-grams alone.</summary>
    /// <param name="data">The folder <c>data/</c>; null: the one that is found.</param>
    public static OnnxEmbedder? Find(string? data = null)
    {
        try
        {
            return OnnxEmbedder.Load(Path.Combine(data ?? DataFolder.Find(), "models", "embedding"));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]No embedding model: n-grams alone.[/] {e.Message}");
            return null;
        }
    }

    /// <summary>With vectors kept under var/, for training.</summary>
    public static ITextEmbedder? Cached(OnnxEmbedder? embedder, string? data = null) =>
        embedder is null ? null : new CachedEmbedder(embedder, Path.Combine(data ?? DataFolder.Find(), "..", "var", "embeddings"));
}
