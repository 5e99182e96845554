namespace Triage.Models.Retrieving;

/// <summary>
/// Weights of words for another search engine. An index is the 32-bit FNV-1a hash of a stemmed word, the same in every
/// process; of 100,000 words about one pair shares an index and counts as one word.
/// </summary>
/// <param name="Indices">Ascending, none twice.</param>
/// <param name="Values">One for each index, greater than 0.</param>
public sealed record SparseVector(IReadOnlyList<uint> Indices, IReadOnlyList<float> Values)
{
    internal static SparseVector Of(IEnumerable<(uint Index, float Weight)> weights)
    {
        var sums = weights.GroupBy(w => w.Index, w => w.Weight).Select(g => (Index: g.Key, Weight: g.Sum())).OrderBy(w => w.Index).ToArray();
        return new SparseVector(Array.ConvertAll(sums, s => s.Index), Array.ConvertAll(sums, s => s.Weight));
    }

    internal static uint Index(string term)
    {
        var hash = 2166136261u;
        foreach (var b in System.Text.Encoding.UTF8.GetBytes(term))
        {
            hash = (hash ^ b) * 16777619u;
        }

        return hash;
    }
}
