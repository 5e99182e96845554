using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Reading;

/// <summary>A place that is hard to read; <see cref="Start"/> in UTF-16 units. <see cref="Kind"/>: long_sentence, long_word, passive, abbreviation.</summary>
public sealed record ReadabilityHint(int Start, string Text, string Kind);

/// <summary>
/// How easy a German text reads. <see cref="Flesch"/>: Amstad 1978, 180 − words per sentence − 58.5 × syllables per word (above 60 is easy).
/// <see cref="Wiener"/>: first Wiener Sachtextformel (Bamberger and Vanecek 1984), about the school year. <see cref="Lix"/>: Björnsson
/// 1968, words per sentence + percentage of words over six letters (under 40 is easy, over 50 hard).
/// </summary>
public sealed record Readability(double Flesch, double Wiener, double Lix, int Words, int Sentences, IReadOnlyList<ReadabilityHint> Hints);

/// <summary>Measures a letter; markers, addresses and signatures are read as they stand.</summary>
public static partial class ReadabilityMeter
{
    private const int LongSentence = 20;
    private const int LongWord = 18;
    private const int LixWord = 6;
    private const int ManySyllables = 3;

    /// <summary>All measures are 0 for a text without words.</summary>
    public static Readability Measure(string text)
    {
        var plain = StatementFinder.Marker().Replace(text, m => new string(' ', m.Length));
        var sentences = UnitReader.Read(string.Empty, string.Empty, plain).Select(u => (u.Start, Text: u.Text, Words: Word().Matches(u.Text)))
            .Where(s => s.Words.Count > 0).ToList();
        var words = sentences.SelectMany(s => s.Words.Select(w => w.Value)).ToList();
        if (words.Count == 0)
        {
            return new Readability(0, 0, 0, 0, 0, []);
        }

        double count = words.Count;
        var perSentence = count / sentences.Count;
        var syllables = words.Select(Syllables).ToList();
        var flesch = 180 - perSentence - (58.5 * syllables.Sum() / count);
        var wiener = (0.1935 * 100 * syllables.Count(s => s >= ManySyllables) / count) + (0.1672 * perSentence)
            + (0.1297 * 100 * words.Count(w => w.Length > LixWord) / count) - (0.0327 * 100 * syllables.Count(s => s == 1) / count) - 0.875;
        var lix = perSentence + (100 * words.Count(w => w.Length > LixWord) / count);
        return new Readability(Math.Round(flesch, 1), Math.Round(wiener, 1), Math.Round(lix, 1), words.Count, sentences.Count, Hints(plain, sentences));
    }

    /// <summary>Groups of vowels; German diphthongs count as one.</summary>
    internal static int Syllables(string word) => Math.Max(1, Vowels().Count(word));

    private static List<ReadabilityHint> Hints(string text, List<(int Start, string Text, MatchCollection Words)> sentences)
    {
        var hints = new List<ReadabilityHint>();
        foreach (var (start, sentence, words) in sentences)
        {
            if (words.Count > LongSentence)
            {
                hints.Add(new ReadabilityHint(start, sentence, "long_sentence"));
            }

            hints.AddRange(words.Where(w => w.Length > LongWord).Select(w => new ReadabilityHint(start + w.Index, w.Value, "long_word")));
        }

        hints.AddRange(Passive().Matches(text).Select(m => new ReadabilityHint(m.Index, m.Value, "passive")));
        hints.AddRange(Abbreviation().Matches(text).Select(m => new ReadabilityHint(m.Index, m.Value, "abbreviation")));
        return [.. hints.OrderBy(h => h.Start)];
    }

    [GeneratedRegex(@"\p{L}[\p{L}-]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"aa|ai|au|äu|ei|eu|ie|oo|ee|[aeiouäöüy]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Vowels();

    [GeneratedRegex(@"\b(?:wird|werden|wurden?|worden)\b[^.!?,;\n]{0,80}?\b(?:ge\p{Ll}{2,}(?:t|en)|\p{Ll}{2,}ge\p{Ll}{2,}(?:t|en)|(?:be|ver|er|ent|zer)\p{Ll}{3,}(?:t|en)|\p{Ll}{4,}iert)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Passive();

    [GeneratedRegex(@"\b(?:z\. ?B|d\. ?h|u\. ?a|i\. ?d\. ?R|o\. ?g|bzw|ggf|evtl|gem|i\. ?V\. ?m|lt|inkl|zzgl|u\. ?U|etc|usw|s\. ?o|vgl|ca|Abs|Nr)\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Abbreviation();
}
