using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Collects statements that do not overlap: what was found first keeps its place.</summary>
internal sealed class StatementList(string text)
{
    private readonly bool[] taken = new bool[text.Length];
    private readonly List<Statement> statements = [];

    // Patterns see number words as digits.
    private readonly (string Text, IReadOnlyList<(int Start, int End)> Words) shadow = GermanNumbers.Shadow(text);

    public string Text => text;

    /// <summary>Takes every match for which <paramref name="value"/> gives a value.</summary>
    public void Add(Regex pattern, string kind, Func<Match, string?> value) => Add(pattern, _ => kind, value);

    /// <summary>Takes every match for which <paramref name="value"/> gives a value.</summary>
    public void Add(Regex pattern, Func<Match, string> kind, Func<Match, string?> value)
    {
        foreach (Match match in pattern.Matches(shadow.Text))
        {
            var start = BeginningOf(match.Index);
            var length = match.Index + match.Length - start;
            if (IsFree(start, length) && value(match) is { } found)
            {
                Add(start, length, kind(match), found);
            }
        }
    }

    /// <summary>Takes a place unless something else already stands there.</summary>
    public void Add(int start, int length, string kind, string value)
    {
        while (length > 0 && char.IsWhiteSpace(text[start + length - 1]))
        {
            length--;
        }

        if (length > 0 && IsFree(start, length))
        {
            taken.AsSpan(start, length).Fill(true);
            statements.Add(new Statement(text.Substring(start, length), start, kind, value));
        }
    }

    /// <summary>Makes a place unusable without a statement (citation markers, numbers of a list).</summary>
    public void Block(Regex pattern)
    {
        foreach (Match match in pattern.Matches(text))
        {
            taken.AsSpan(match.Index, match.Length).Fill(true);
        }
    }

    private int BeginningOf(int at)
    {
        foreach (var (start, end) in shadow.Words)
        {
            if (at > start && at < end)
            {
                return start;
            }
        }

        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    public bool IsFree(int start, int length) => !taken.AsSpan(start, length).Contains(true);

    public List<Statement> Ordered() => [.. statements.OrderBy(s => s.Start)];
}
