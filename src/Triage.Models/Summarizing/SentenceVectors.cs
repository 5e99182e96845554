using System.Runtime.InteropServices;
using Triage.Models.Retrieving;

namespace Triage.Models.Summarizing;

/// <summary>Sentences as TF-IDF vectors of length 1 over the stems of the thread; a word that few of its sentences have weighs more.</summary>
internal sealed class SentenceVectors
{
    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly (int Term, double Weight)[][] vectors;

    public SentenceVectors(IReadOnlyList<string> sentences)
    {
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        var bags = sentences.Select(s => GermanAnalysis.Words(s).Select(w => Term(stems, w)).CountBy(t => t).OrderBy(t => t.Key).ToArray()).ToArray();
        var having = new int[terms.Count];
        foreach (var (term, _) in bags.SelectMany(b => b))
        {
            having[term]++;
        }

        vectors = Array.ConvertAll(bags, bag => Unit(Array.ConvertAll(bag, t => (t.Key, t.Value * Math.Log((1.0 + bags.Length) / having[t.Key])))));
    }

    /// <summary>
    /// For each sentence the sum of its cosines with all others, as a share (0 to 1) of the highest. All vectors have length 1:
    /// the sum of the cosines is the cosine with the sum, which takes time in the words, not in the pairs of sentences.
    /// </summary>
    public double[] Centrality()
    {
        var sum = new double[terms.Count];
        foreach (var (term, weight) in vectors.SelectMany(v => v))
        {
            sum[term] += weight;
        }

        var central = Array.ConvertAll(vectors, v => v.Sum(t => t.Weight * (sum[t.Term] - t.Weight)));
        var highest = central.DefaultIfEmpty().Max();
        return highest <= 0 ? central : Array.ConvertAll(central, c => c / highest);
    }

    /// <summary>The cosine of two sentences, 0 to 1.</summary>
    public double Likeness(int one, int other)
    {
        var (a, b, sum) = (vectors[one], vectors[other], 0.0);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i].Term == b[j].Term)
            {
                sum += a[i++].Weight * b[j++].Weight;
            }
            else
            {
                _ = a[i].Term < b[j].Term ? i++ : j++;
            }
        }

        return sum;
    }

    private int Term(Dictionary<string, string> stems, string word)
    {
        ref var stem = ref CollectionsMarshal.GetValueRefOrAddDefault(stems, word, out _);
        stem ??= GermanAnalysis.Stem(word);
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, stem, out var known);
        return known ? term : term = terms.Count - 1;
    }

    private static (int Term, double Weight)[] Unit((int Term, double Weight)[] vector)
    {
        var length = Math.Sqrt(vector.Sum(t => t.Weight * t.Weight));
        return length == 0 ? vector : Array.ConvertAll(vector, t => (t.Term, t.Weight / length));
    }
}
