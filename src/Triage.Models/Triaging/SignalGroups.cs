using Triage.Models.Inquiries;

namespace Triage.Models.Triaging;

/// <summary>
/// Word patterns in named groups. A pattern is one or more beginnings of words in this order, at most two other words
/// between; a final "." means the whole word, "#" any number.
/// </summary>
internal sealed class SignalGroups
{
    private const int Gap = 2;
    private const string Number = "#";
    private readonly ILookup<char, (string Group, string[] Stems)> byFirst;

    public SignalGroups(IReadOnlyList<(string Group, string[] Entries)> groups)
    {
        Names = [.. groups.Select(g => g.Group)];
        byFirst = groups.SelectMany(g => g.Entries.Select(e => (g.Group, Stems: Array.ConvertAll(e.Split(' '), Normal))))
            .ToLookup(e => e.Stems[0][0]);
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads a list that is part of the program: "[group]" lines, entries between commas; what stands before the first group is a comment.</summary>
    public static SignalGroups Read(string list) => new([.. Resource.Text($"Signals.{list}.txt").Split("\n[").Skip(1).Select(Group)]);

    /// <summary>Every pattern found, by its first word.</summary>
    public List<Signal> Find(List<Word> words)
    {
        var found = new List<Signal>();
        for (var i = 0; i < words.Count; i++)
        {
            var first = char.IsAsciiDigit(words[i].Text[0]) ? Number[0] : words[i].Text[0];
            foreach (var (group, stems) in byFirst[first])
            {
                if (Match(words, i, stems) is { } last)
                {
                    found.Add(new Signal(group, i, last));
                }
            }
        }

        return found;
    }

    private static (string Group, string[] Entries) Group(string part)
    {
        var lines = part.Split(']', 2);
        return (lines[0], lines[1].Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    // As the words of a message are spelled, so that a pattern may be written as people write.
    private static string Normal(string stem)
    {
        if (stem == Number)
        {
            return stem;
        }

        var word = TextAnalyzer.Words(stem) is [var only] ? only.Text : throw new ArgumentException($"'{stem}' is no single word.", nameof(stem));
        return stem[^1] == '.' ? word + '.' : word;
    }

    private static int? Match(List<Word> words, int first, string[] stems)
    {
        var at = first;
        for (var s = 0; s < stems.Length; s++)
        {
            var end = s == 0 ? first + 1 : Math.Min(words.Count, at + Gap + 1);
            while (at < end && !Begins(words[at].Text, stems[s]))
            {
                at++;
            }

            if (at == end)
            {
                return null;
            }

            at++;
        }

        return at - 1;
    }

    // A number of more than three digits is shaped to "####".
    private static bool Begins(string word, string stem) => stem switch
    {
        Number => char.IsAsciiDigit(word[0]) || word[0] == '#',
        [.., '.'] => word.AsSpan().SequenceEqual(stem.AsSpan(0, stem.Length - 1)),
        _ => word.StartsWith(stem, StringComparison.Ordinal),
    };
}
