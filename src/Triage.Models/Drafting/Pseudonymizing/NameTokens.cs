using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>A word, number, mark or line break of a text; <see cref="Known"/> is what the rules say of it.</summary>
internal sealed record NameToken(string Text, int Start, NameMark Known)
{
    public int End => Start + Text.Length;

    public bool IsWord => char.IsLetter(Text[0]);

    public string Lower { get; } = Text == "\n" ? @"\n" : Text.ToLowerInvariant();

    /// <summary>How it is written: "Xx", "X", "x", "d", the mark itself, or "other" for scripts without capitals.</summary>
    public string Shape { get; } = ShapeOf(Text);

    /// <summary>Which name lists hold it: first names (F), doubtful ones (D), surnames (S), words that are no names (N); "-" for none.</summary>
    public string Lists { get; } = char.IsLetter(Text[0]) ? ListsOf(Text) : string.Empty;

    private static string ShapeOf(string text) => text[0] switch
    {
        '\n' => @"\n",
        var c when char.IsDigit(c) => "d",
        var c when !char.IsLetter(c) => text,
        var c when char.IsUpper(c) => text.Length == 1 ? "X1" : text.All(char.IsUpper) ? "X" : text.Skip(1).Any(char.IsUpper) ? "XxX" : "Xx",
        var c => char.IsLower(c) ? "x" : "other",
    };

    private static string ListsOf(string text)
    {
        var lists = (NameLists.IsFirstName(text) ? "F" : string.Empty) + (NameLists.MayBeFirstName(text) ? "D" : string.Empty)
            + (NameLists.IsSurname(text) ? "S" : string.Empty) + (NameLists.IsNoName(text) ? "N" : string.Empty);
        return lists.Length == 0 ? "-" : lists;
    }
}

/// <summary>What the rules found where a token stands.</summary>
internal enum NameMark
{
    Nothing,
    Name,
    Other,
}

/// <summary>Cuts a text into tokens.</summary>
internal static partial class NameTokens
{
    public static IReadOnlyList<NameToken> Of(SpanList spans)
    {
        var marks = new NameMark[spans.Text.Length];
        foreach (var span in spans.Spans)
        {
            marks.AsSpan(span.Start, span.Value.Length).Fill(span.Type == PersonalDataTypes.Name ? NameMark.Name : NameMark.Other);
        }

        return [.. Token().Matches(spans.Text).Select(m => new NameToken(m.Value, m.Index, marks[m.Index]))];
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\d+|\n|[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\w\s\uD800-\uDFFF]|_", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Token();
}
