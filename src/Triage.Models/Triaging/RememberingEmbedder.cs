using System.Collections.Concurrent;

namespace Triage.Models.Triaging;

/// <summary>
/// Keeps vectors in memory by content: the sentences of the town's knowledge come back in letter after letter. When it is
/// full it begins anew, which costs one slow letter.
/// </summary>
internal sealed class RememberingEmbedder(ITextEmbedder inner, int capacity = 8_000) : ITextEmbedder
{
    private readonly ConcurrentDictionary<(EmbeddingRole Role, string Text), float[]> known = [];

    public int Dimensions => inner.Dimensions;

    public string ModelId => inner.ModelId;

    public bool LeavesProcess => inner.LeavesProcess;

    public bool NeedsScale => inner.NeedsScale;

    public int CountTokens(string passage) => inner.CountTokens(passage);

    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation)
    {
        // What is found now is held here: another letter may empty the store meanwhile.
        var vectors = texts.Distinct().ToDictionary(t => t, t => known.GetValueOrDefault((role, t)));
        var missing = vectors.Where(v => v.Value is null).Select(v => v.Key).ToArray();
        if (missing.Length > 0)
        {
            var made = await inner.EmbedAsync(missing, role, cancellation);
            if (known.Count + missing.Length > capacity)
            {
                known.Clear();
            }

            for (var i = 0; i < missing.Length; i++)
            {
                vectors[missing[i]] = known[(role, missing[i])] = made[i];
            }
        }

        return [.. texts.Select(t => vectors[t]!)];
    }
}
