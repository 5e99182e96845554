using System.Runtime.InteropServices;

namespace Triage.Models.Retrieving;

/// <summary>Numbers for the terms of a corpus, and the terms of each of its words, looked up once a word.</summary>
internal sealed class WordTable
{
    // A part of a compound says less than the word itself.
    private const float PartWeight = 0.5f;
    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly Dictionary<string, (int Term, float Weight)[]> words = new(StringComparer.Ordinal);
    private CompoundSplitter compounds = new(new Dictionary<string, int>());

    public int Terms => terms.Count;

    public string Name(int term) => names[term];

    /// <summary>Learns which words stand alone from the words of each passage; to be called before <see cref="Of"/>.</summary>
    public void Learn(IEnumerable<IEnumerable<string>> passages)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            seen.Clear();
            foreach (var word in passage.Where(seen.Add))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(frequency, word, out _)++;
            }
        }

        compounds = new CompoundSplitter(frequency);
    }

    /// <summary>The numbers of a word's terms (its stem and, in a compound, those of its parts), new ones made.</summary>
    public (int Term, float Weight)[] Of(string word)
    {
        if (!words.TryGetValue(word, out var found))
        {
            words[word] = found = [.. Split(word).Select(t => (Number(t.Term), t.Weight))];
        }

        return found;
    }

    /// <summary>The terms of a question's word: -1 for one that the corpus does not have. Changes nothing.</summary>
    public IEnumerable<(int Term, float Weight)> Find(string word) => words.TryGetValue(word, out var found)
        ? found
        : Split(word).Select(t => (terms.GetValueOrDefault(t.Term, -1), t.Weight));

    private IEnumerable<(string Term, float Weight)> Split(string word) =>
        compounds.Parts(word).Select(part => (GermanAnalysis.Stem(part), PartWeight)).Prepend((GermanAnalysis.Stem(word), 1f));

    private int Number(string term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out var known);
        if (!known)
        {
            number = names.Count;
            names.Add(term);
        }

        return number;
    }
}
