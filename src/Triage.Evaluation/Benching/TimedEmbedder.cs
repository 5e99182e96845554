using System.Diagnostics;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Benching;

/// <summary>Tells how much of a time is the embedding model's own. For one caller at a time.</summary>
internal sealed class TimedEmbedder(ITextEmbedder inner) : ITextEmbedder
{
    /// <summary>Time spent in the model so far.</summary>
    public TimeSpan Spent { get; private set; }

    public int Dimensions => inner.Dimensions;

    public string ModelId => inner.ModelId;

    public int CountTokens(string passage) => inner.CountTokens(passage);

    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var vectors = await inner.EmbedAsync(texts, role, cancellation);
        Spent += Stopwatch.GetElapsedTime(start);
        return vectors;
    }
}
