using System.Globalization;
using Spectre.Console;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Triaging;

/// <summary>The embedding model of the data folder.</summary>
internal static class Embedding
{
    /// <summary>Null, and said, when there is none: then everything works on n-grams alone.</summary>
    public static OnnxEmbedder? Find()
    {
        try
        {
            return OnnxEmbedder.Load(Path.Combine(DataFolder.Find(), "models", "embedding"));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]No embedding model: n-grams alone.[/] {e.Message}");
            return null;
        }
    }

    /// <summary>With vectors kept under var/, for training.</summary>
    public static ITextEmbedder? Cached(OnnxEmbedder? embedder) =>
        embedder is null ? null : new CachedEmbedder(embedder, Path.Combine(DataFolder.Find(), "..", "var", "embeddings"));
}
