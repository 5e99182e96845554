using System.Collections.Concurrent;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Service.Tests.Support;

/// <summary>
/// The shipped embedding model, loaded once for all hosts of this process. It keeps what it embedded: every host drafts from the
/// same articles, and two to four seconds of each mail's processing went into their vectors.
/// </summary>
internal sealed class SharedEmbedder : ITextEmbedder
{
    private static readonly Lazy<SharedEmbedder> Loaded = new(() => new SharedEmbedder(OnnxEmbedder.Load(Path.Combine(DataFolder.Find(), "models", "embedding"))));

    private readonly ConcurrentDictionary<(EmbeddingRole Role, string Text), float[]> known = [];
    private readonly OnnxEmbedder inner;

    private SharedEmbedder(OnnxEmbedder inner) => this.inner = inner;

    public static SharedEmbedder Instance => Loaded.Value;

    public int Dimensions => inner.Dimensions;

    public string ModelId => inner.ModelId;

    public int CountTokens(string passage) => inner.CountTokens(passage);

    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation)
    {
        foreach (var text in texts.Where(t => !known.ContainsKey((role, t))).Distinct())
        {
            known[(role, text)] = (await inner.EmbedAsync([text], role, cancellation))[0];
        }

        return [.. texts.Select(t => known[(role, t)])];
    }
}
