using System.Collections.Concurrent;

namespace Triage.Models.Retrieving;

/// <summary>
/// Tokens of a text as the sum over its words: SentencePiece's pieces never cross white space, and a corpus of 20,000
/// passages has two million words but a hundred thousand different ones, so each is counted once.
/// </summary>
internal sealed class TokenCounter(Func<string, int> countTokens)
{
    // Longer "words" (links, tables without spaces) rarely come twice.
    private const int LongestKept = 40;
    private readonly ConcurrentDictionary<string, int> known = new();
    private readonly int frame = countTokens("");

    public int Count(string text)
    {
        var tokens = frame;
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            var word = text.AsSpan(start, i - start);
            start = i + 1;
            if (!word.IsEmpty)
            {
                tokens += lookup.TryGetValue(word, out var count) ? count : Learn(word.ToString());
            }
        }

        return tokens;
    }

    private int Learn(string word)
    {
        var count = countTokens(word) - frame;
        if (word.Length <= LongestKept)
        {
            known.TryAdd(word, count);
        }

        return count;
    }
}
