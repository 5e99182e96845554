using DiffPlex;
using DiffPlex.Chunkers;

namespace Triage.Service.Approving;

/// <summary>A stretch of text: 1 added, -1 removed, 0 in both.</summary>
public sealed record DifferencePiece(string Text, int Change);

/// <summary>What a person changed in a text, word by word.</summary>
internal static class TextDifference
{
    public static IReadOnlyList<DifferencePiece> Of(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before.ReplaceLineEndings("\n"), after.ReplaceLineEndings("\n"), ignoreWhiteSpace: false, ignoreCase: false, new WordChunker());
        var (pieces, at) = (new List<DifferencePiece>(), 0);
        foreach (var block in diff.DiffBlocks)
        {
            Add(pieces, diff.PiecesNew, at, block.InsertStartB, 0);
            Add(pieces, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA, -1);
            Add(pieces, diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB, 1);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(pieces, diff.PiecesNew, at, diff.PiecesNew.Count, 0);
        return pieces;
    }

    private static void Add(List<DifferencePiece> pieces, IReadOnlyList<string> from, int start, int end, int change)
    {
        if (end > start)
        {
            pieces.Add(new DifferencePiece(string.Concat(from.Skip(start).Take(end - start)), change));
        }
    }
}
