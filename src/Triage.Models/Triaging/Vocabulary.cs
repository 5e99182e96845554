namespace Triage.Models.Triaging;

/// <summary>The n-grams a model knows, with their weights by rarity (idf), chosen from the training texts.</summary>
internal sealed class Vocabulary
{
    private readonly string[] names;
    private readonly float[] idf;
    private readonly Dictionary<string, int> index;

    public Vocabulary(string[] names, float[] idf)
    {
        this.names = names;
        this.idf = idf;
        index = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            index.Add(names[i], i);
        }
    }

    public int Count => names.Length;

    public IReadOnlyList<string> Names => names;

    public IReadOnlyList<float> Idf => idf;

    /// <summary>The features in at least <paramref name="minimum"/> texts, the most frequent ones if there are too many; runs of characters only if wanted.</summary>
    public static Vocabulary Choose(IReadOnlyList<List<Word>> texts, int minimum, int limit, bool characterRuns = true)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var words in texts)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var seenLookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
            NGrams.Visit(words, (name, _, _) =>
            {
                if (seenLookup.Add(name))
                {
                    lookup[name] = lookup.TryGetValue(name, out var count) ? count + 1 : 1;
                }
            });
        }

        var chosen = counts.Where(c => c.Value >= minimum && (characterRuns || c.Key[0] != 'c'))
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(limit)
            .OrderBy(c => c.Key, StringComparer.Ordinal).ToArray();
        return new Vocabulary(
            [.. chosen.Select(c => c.Key)],
            [.. chosen.Select(c => 1 + MathF.Log((1f + texts.Count) / (1f + c.Value)))]);
    }

    /// <summary>Every known n-gram of the text, repeated where it is repeated.</summary>
    public List<NGram> Find(List<Word> words)
    {
        var found = new List<NGram>(words.Count * 8);
        var lookup = index.GetAlternateLookup<ReadOnlySpan<char>>();
        NGrams.Visit(words, (name, first, last) =>
        {
            if (lookup.TryGetValue(name, out var feature))
            {
                found.Add(new NGram(feature, first, last));
            }
        });
        return found;
    }

    /// <summary>Weights (1 + ln count) · idf; words and pairs together have length 1, character runs too.</summary>
    public SparseVector Weigh(List<NGram> found)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var gram in found)
        {
            counts[gram.Feature] = counts.GetValueOrDefault(gram.Feature) + 1;
        }

        int[] indices = [.. counts.Keys];
        var values = new float[indices.Length];
        var squares = new double[2];
        for (var i = 0; i < indices.Length; i++)
        {
            values[i] = (1 + MathF.Log(counts[indices[i]])) * idf[indices[i]];
            squares[Block(indices[i])] += values[i] * values[i];
        }

        for (var i = 0; i < indices.Length; i++)
        {
            values[i] /= (float)Math.Sqrt(squares[Block(indices[i])]);
        }

        return new SparseVector(indices, values);
    }

    private int Block(int feature) => names[feature][0] == 'c' ? 1 : 0;
}
