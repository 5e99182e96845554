using Microsoft.Extensions.Options;
using Triage.Models.Triaging;

namespace Triage.Service.Triaging;

/// <summary>
/// Holds the embedding model, loaded once, when something first asks for it: it takes seconds that the first page need not
/// wait. Without it classifier and search work on words alone.
/// </summary>
internal sealed partial class EmbedderHost : IDisposable
{
    private readonly Lazy<(ITextEmbedder? Embedder, string? Problem)> loaded;

    public EmbedderHost(IOptions<TriagingOptions> options, ILogger<EmbedderHost> log)
    {
        loaded = new(() => Load(options.Value.FolderOfEmbedding, log));
    }

    /// <summary>Holds a model that is loaded already.</summary>
    internal EmbedderHost(ITextEmbedder embedder) => loaded = new(() => (embedder, null));

    /// <summary>Null: there is no usable embedding model.</summary>
    public ITextEmbedder? Current => loaded.Value.Embedder;

    /// <summary>Why there is none; null when all is well.</summary>
    public string? Problem => loaded.Value.Problem;

    public void Dispose()
    {
        if (loaded.IsValueCreated)
        {
            (loaded.Value.Embedder as IDisposable)?.Dispose();
        }
    }

    private static (ITextEmbedder? Embedder, string? Problem) Load(string folder, ILogger log)
    {
        try
        {
            return (OnnxEmbedder.Load(folder), null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or Microsoft.ML.OnnxRuntime.OnnxRuntimeException)
        {
            LogUnusable(log, e.Message);
            return (null, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "No embedding model, searching by words alone: {Problem}")]
    private static partial void LogUnusable(ILogger log, string problem);
}
