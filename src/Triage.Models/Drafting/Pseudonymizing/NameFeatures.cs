namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>The features of a word; each counts 1. <see cref="Unknown"/> stands for <see cref="Word"/> where the model never met it.</summary>
internal sealed record TokenFeatures(string Word, string Unknown, IReadOnlyList<string> Others);

/// <summary>
/// What a word and the words around it look like, as the features of a linear tagger (after Ratinov and Roth, CoNLL 2009: word,
/// affixes, shape, lists, window, what an earlier finder said).
/// </summary>
internal sealed class NameFeatures
{
    internal const string WordPrefix = "w=";
    private readonly IReadOnlyList<NameToken> tokens;
    private readonly HashSet<string> written;
    private readonly int[] linesBelow;

    public NameFeatures(IReadOnlyList<NameToken> tokens)
    {
        this.tokens = tokens;
        written = [.. tokens.Select(t => t.Text)];
        linesBelow = new int[tokens.Count];
        for (var i = tokens.Count - 2; i >= 0; i--)
        {
            linesBelow[i] = linesBelow[i + 1] + (tokens[i + 1].Text == "\n" ? 1 : 0);
        }
    }

    /// <summary>The features of the word at a place.</summary>
    public TokenFeatures Of(int at)
    {
        List<string> features = ["bias"];
        Word(tokens[at], features);
        Place(at, features);
        for (var step = -3; step <= 2; step++)
        {
            if (step != 0)
            {
                Neighbour(at, step, features);
            }
        }

        Pairs(at, features);
        return new TokenFeatures(WordPrefix + tokens[at].Lower, "unknown " + tokens[at].Shape, features);
    }

    private void Word(NameToken token, List<string> features)
    {
        var word = token.Lower;
        features.AddRange(["shape=" + token.Shape, "script=" + Script(word[0]), "rule=" + token.Known, "length=" + Math.Min(word.Length, 14)]);
        features.AddRange(token.Lists.Select(list => "list=" + list));
        for (var length = 2; length <= 5 && length < word.Length; length++)
        {
            features.Add("end=" + word[^length..]);
        }

        for (var length = 3; length <= 4 && length <= word.Length; length++)
        {
            features.Add("begin=" + word[..length]);
        }

        if (token.Text != word && written.Contains(word))
        {
            features.Add("also in small letters");
        }
    }

    private void Place(int at, List<string> features)
    {
        var left = tokens.Count - at;
        features.Add("left=" + (left <= 2 ? 2 : left <= 4 ? 4 : left <= 8 ? 8 : left <= 16 ? 16 : 99));
        features.Add("lines below=" + Math.Min(linesBelow[at], 4));
        features.Add($"{(left <= 6 ? "last" : "inside")} {tokens[at].Shape}");
    }

    private void Neighbour(int at, int step, List<string> features)
    {
        if (at + step < 0 || at + step >= tokens.Count)
        {
            features.Add($"{step} none");
            return;
        }

        var token = tokens[at + step];
        features.Add($"{step} shape={token.Shape}");
        features.AddRange(token.Lists.Select(list => $"{step} list={list}"));
        if (step > -3)
        {
            features.Add($"{step} w={token.Lower}");
        }

        if (step is -1 or 1)
        {
            features.Add($"{step} rule={token.Known}");
            for (var length = 3; length <= 4 && length < token.Lower.Length; length++)
            {
                features.Add($"{step} end={token.Lower[^length..]}");
            }
        }
    }

    private void Pairs(int at, List<string> features)
    {
        var (before, after) = (at > 0 ? tokens[at - 1] : null, at + 1 < tokens.Count ? tokens[at + 1] : null);
        features.Add($"{before?.Shape}|{tokens[at].Shape}|{after?.Shape}");
        if (at > 1)
        {
            features.Add($"{tokens[at - 2].Lower}|{before!.Lower}");
        }
    }

    private static string Script(char c) => c switch
    {
        >= '\u0400' and <= '\u04ff' => "Cyrillic",
        >= '\u0600' and <= '\u06ff' => "Arabic",
        _ => "Latin",
    };
}
