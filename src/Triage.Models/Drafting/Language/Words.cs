using System.Text;

namespace Triage.Models.Drafting.Language;

/// <summary>A word of a text, reduced to a stem that inflected forms share.</summary>
internal readonly record struct Word(string Stem, int Start, int Length);

/// <summary>Splits German text into stems. Crude on purpose: both sides of a comparison pass through it.</summary>
internal static class Words
{
    private static readonly string[] Prefixes =
        ["zuruck", "herunter", "vorbei", "nach", "auf", "aus", "ein", "mit", "vor", "weg", "ab", "an", "bei", "um", "zu"];

    private static readonly string[] Endings =
        ["ungen", "innen", "ung", "ern", "est", "ten", "tet", "em", "en", "er", "es", "et", "te", "st", "in", "e", "n", "s", "t"];

    /// <summary>The words that carry meaning, in order.</summary>
    public static List<Word> Read(string text) => Read(text, 0, text.Length);

    /// <summary>The words within a part of the text, their places counted from the start of the whole.</summary>
    public static List<Word> Read(string text, int start, int end)
    {
        var words = new List<Word>();
        for (var at = start; at < end;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var from = at;
            while (at < end && char.IsLetter(text[at]))
            {
                at++;
            }

            var folded = Fold(text.AsSpan(from, at - from));
            if (!Concepts.IsStopWord(folded))
            {
                words.Add(new Word(StemFolded(folded), from, at - from));
            }
        }

        return words;
    }

    /// <summary>The stem of a single word.</summary>
    public static string Stem(string word) => StemFolded(Fold(word));

    /// <summary>Lower case, umlauts and their spellings (ae, oe, ue, ss) made one.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length + 2);
        foreach (var c in word)
        {
            _ = char.ToLowerInvariant(c) switch
            {
                'ä' => folded.Append('a'),
                'ö' => folded.Append('o'),
                'ü' => folded.Append('u'),
                'ß' => folded.Append("ss"),
                'e' when folded.Length > 0 && folded[^1] is 'a' or 'o' or 'u' && !EndsOnDiphthong(folded) => folded,
                var other => folded.Append(other),
            };
        }

        return folded.ToString();
    }

    /// <summary>1 for the same word or one of its synonyms' kin, less for parts of a compound, 0 for strangers.</summary>
    public static double Likeness(string one, string other)
    {
        if (one == other)
        {
            return 1;
        }

        var concept = Concepts.Of(one);
        if (concept is not null && concept == Concepts.Of(other))
        {
            return 0.9;
        }

        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        if (shorter.Length < 4 || longer.Length - shorter.Length < 3 || shorter[0] == '=')
        {
            return 0;
        }

        return longer.EndsWith(shorter, StringComparison.Ordinal) || longer.StartsWith(shorter, StringComparison.Ordinal) ? 0.7 : 0;
    }

    private static bool EndsOnDiphthong(StringBuilder folded) =>
        folded.Length > 1 && folded[^1] == 'u' && folded[^2] is 'a' or 'e';

    private static string StemFolded(string word)
    {
        word = WithoutParticiple(word);
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    // "abgeholt" and "abzuholen" come to "abhol", as "abholen" does.
    private static string WithoutParticiple(string word)
    {
        foreach (var prefix in Prefixes)
        {
            if (word.Length > prefix.Length + 5 && word.StartsWith(prefix, StringComparison.Ordinal)
                && word.AsSpan(prefix.Length, 2) is "ge" or "zu")
            {
                return string.Concat(prefix, word.AsSpan(prefix.Length + 2));
            }
        }

        return word;
    }
}
