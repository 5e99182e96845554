using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Service.Triaging;

/// <summary>Holds the embedding model, loaded once. Without it classifier and search work on words alone.</summary>
internal sealed partial class EmbedderHost : IDisposable
{
    private readonly OnnxEmbedder? embedder;

    public EmbedderHost(IOptions<TriagingOptions> options, ILogger<EmbedderHost> log)
    {
        var folder = options.Value.EmbeddingFolder is { Length: > 0 } named ? named : Path.Combine(DataFolder.Find(), "models", "embedding");
        try
        {
            embedder = OnnxEmbedder.Load(folder);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or Microsoft.ML.OnnxRuntime.OnnxRuntimeException)
        {
            Problem = e.Message;
            LogUnusable(log, e.Message);
        }
    }

    /// <summary>Null: there is no usable embedding model.</summary>
    public ITextEmbedder? Current => embedder;

    /// <summary>Why there is none; null when all is well.</summary>
    public string? Problem { get; }

    public void Dispose() => embedder?.Dispose();

    [LoggerMessage(LogLevel.Error, "No embedding model, searching by words alone: {Problem}")]
    private static partial void LogUnusable(ILogger log, string problem);
}
