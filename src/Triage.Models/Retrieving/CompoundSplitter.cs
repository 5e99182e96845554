using System.Collections.Frozen;

namespace Triage.Models.Retrieving;

/// <summary>
/// Parts of German compounds by the words that stand alone in the corpus itself (after Koehn and Knight, 2003):
/// "hundesteuerbescheid" holds "hunde", "steuer" and "bescheid" where the corpus has these.
/// </summary>
internal sealed class CompoundSplitter
{
    private const int ShortestWord = 7;
    private const int ShortestPart = 3;

    // Longer is no word but a slip of the keyboard, and the search for parts grows with the square.
    private const int LongestWord = 60;
    private static readonly string[] Links = ["", "s", "es", "n", "en"];
    private readonly FrozenSet<string> known;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <param name="words">In how many passages a folded word stands.</param>
    public CompoundSplitter(IReadOnlyDictionary<string, int> words)
    {
        known = words
            .Where(w => w.Key.Length >= ShortestPart && w.Value >= (w.Key.Length > 3 ? 2 : 4) && w.Key.All(char.IsLetter))
            .Select(w => w.Key)
            .ToFrozenSet(StringComparer.Ordinal);
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A folded word's parts, themselves no compounds, or nothing when it is not made of known words.</summary>
    public IReadOnlyList<string> Parts(string word)
    {
        if (word.Length is < ShortestWord or > LongestWord || !word.All(char.IsLetter) || Split(word) is not { } parts)
        {
            return [];
        }

        return [.. parts.SelectMany(p => Parts(p) is { Count: > 0 } finer ? finer : [p])];
    }

    // The best way to each place: as few and as long parts as possible (the sum of the squares of their lengths).
    private List<string>? Split(string word)
    {
        var score = new int[word.Length + 1];
        var from = new (int Start, int Length)[word.Length + 1];
        score[0] = 1;
        for (var start = 0; start <= word.Length - ShortestPart; start++)
        {
            for (var end = start + ShortestPart; score[start] > 0 && end <= word.Length; end++)
            {
                var length = end - start == word.Length ? 0 : Known(word.AsSpan(start, end - start), last: end == word.Length);
                if (length > 0 && score[start] + (length * length) > score[end])
                {
                    score[end] = score[start] + (length * length);
                    from[end] = (start, length);
                }
            }
        }

        return score[^1] == 0 ? null : Parts(word, from);
    }

    private static List<string> Parts(string word, (int Start, int Length)[] from)
    {
        var parts = new List<string>();
        for (var end = word.Length; end > 0; end = from[end].Start)
        {
            parts.Add(word.Substring(from[end].Start, from[end].Length));
        }

        parts.Reverse();
        return parts;
    }

    // The length of the known word in it, which all but the last part may follow with a linking sound.
    private int Known(ReadOnlySpan<char> part, bool last)
    {
        foreach (var link in Links)
        {
            var length = part.Length - link.Length;
            if (length >= ShortestPart && part.EndsWith(link) && lookup.Contains(part[..length]))
            {
                return length;
            }

            if (last)
            {
                break;
            }
        }

        return 0;
    }
}
