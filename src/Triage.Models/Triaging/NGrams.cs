namespace Triage.Models.Triaging;

/// <summary>A feature found in a text, over the words from <see cref="First"/> to <see cref="Last"/>.</summary>
internal readonly record struct NGram(int Feature, int First, int Last);

/// <summary>
/// Names the features of a text: words ("w…"), pairs of words ("b… …"), runs of four characters inside a word with its
/// borders ("c…"), by which compounds are seen inside and endings matter less, and signal words ("s…").
/// Runs of three and five characters bring nothing more on four data sets and triple the time of training.
/// </summary>
internal static class NGrams
{
    private const int Run = 4;

    /// <summary>Called for each feature with its name and its first and last word.</summary>
    public delegate void Found(ReadOnlySpan<char> name, int first, int last);

    public static void Visit(List<Word> words, Found found)
    {
        Span<char> name = stackalloc char[128];
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Text;
            name[0] = 'w';
            word.CopyTo(name[1..]);
            found(name[..(word.Length + 1)], i, i);
            if (i > 0)
            {
                VisitPair(words[i - 1].Text, word, i, name, found);
            }

            VisitCharacters(word, i, name, found);
        }

        foreach (var signal in SignalWords.Find(words))
        {
            found($"s{signal.List}", signal.First, signal.Last);
        }
    }

    private static void VisitPair(string before, string word, int i, Span<char> name, Found found)
    {
        name[0] = 'b';
        before.CopyTo(name[1..]);
        name[before.Length + 1] = ' ';
        word.CopyTo(name[(before.Length + 2)..]);
        found(name[..(before.Length + word.Length + 2)], i - 1, i);
    }

    private static void VisitCharacters(string word, int i, Span<char> name, Found found)
    {
        Span<char> bordered = stackalloc char[word.Length + 2];
        bordered[0] = '_';
        word.CopyTo(bordered[1..]);
        bordered[^1] = '_';
        name[0] = 'c';
        for (var start = 0; start + Run <= bordered.Length; start++)
        {
            bordered.Slice(start, Run).CopyTo(name[1..]);
            found(name[..(Run + 1)], i, i);
        }
    }
}
