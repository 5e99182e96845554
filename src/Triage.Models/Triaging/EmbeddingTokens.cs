using Microsoft.ML.Tokenizers;

namespace Triage.Models.Triaging;

/// <summary>Token ids as the SentencePiece library gives them to the embedding model.</summary>
internal sealed class EmbeddingTokens
{
    /// <summary>Longer texts are cut: the model knows no further positions.</summary>
    public const int Longest = 512;

    private const int Unknown = 0;
    private const int End = 2;
    private readonly SentencePieceTokenizer tokenizer;

    public EmbeddingTokens(string file)
    {
        using var stream = File.OpenRead(file);
        tokenizer = SentencePieceTokenizer.Create(stream, addBeginningOfSentence: true, addEndOfSentence: true);
    }

    public int[] Encode(string text)
    {
        // A piece is rarely shorter than one character, so more than this cannot matter and would only cost time.
        var read = text.Length > Longest * 16 ? text[..(Longest * 16)] : text;
        var ids = new List<int>(read.Length / 3);
        foreach (var id in tokenizer.EncodeToIds(read))
        {
            // SentencePiece folds a run of unknown characters into one <unk>; the .NET class gives one for each.
            if (id != Unknown || ids.Count == 0 || ids[^1] != Unknown)
            {
                ids.Add(id);
            }
        }

        if (ids.Count > Longest)
        {
            ids.RemoveRange(Longest, ids.Count - Longest);
            ids[^1] = End;
        }

        return [.. ids];
    }
}
