namespace Triage.Evaluation.Reporting.Figures;

/// <summary>
/// What answers a golden inquiry (data/golden/README.md): <see cref="Must"/> lists facts, each by its accepted wordings;
/// <see cref="MustNot"/> what would be wrong.
/// </summary>
internal sealed record GoldenAnswer(
    string Id, bool Answerable, IReadOnlyList<string> Articles, IReadOnlyList<IReadOnlyList<string>> Must, IReadOnlyList<string> MustNot)
{
    /// <summary>How many of the required facts the text holds.</summary>
    public int FactsIn(string text) => Must.Count(fact => fact.Any(wording => Says(text, wording)));

    /// <summary>Whether the text holds something that would be wrong.</summary>
    public bool IsWrongIn(string text) => MustNot.Any(wording => Says(text, wording));

    /// <summary>Whether the text holds all required facts and nothing that would be wrong; no text never does.</summary>
    public bool IsRightIn(string text) => text.Length > 0 && FactsIn(text) == Must.Count && !IsWrongIn(text);

    /// <summary>
    /// Whether a wording occurs, upper and lower case alike, also inside a longer word; one that begins or ends with a digit
    /// not inside a longer number ("5,00 Euro" is not in "15,00 Euro").
    /// </summary>
    public static bool Says(string text, string wording)
    {
        var (where, what) = (Plain(text), Plain(wording));
        for (var at = where.IndexOf(what, StringComparison.OrdinalIgnoreCase); at >= 0; at = where.IndexOf(what, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!(char.IsDigit(what[0]) && GoesOn(where, at - 1, -1)) && !(char.IsDigit(what[^1]) && GoesOn(where, at + what.Length, 1)))
            {
                return true;
            }
        }

        return false;
    }

    // Line breaks and non-breaking spaces come from layout.
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A digit, or a separator with a digit behind it: the number is longer than the wording.
    private static bool GoesOn(string text, int at, int step)
    {
        bool Digit(int place) => place >= 0 && place < text.Length && char.IsDigit(text[place]);
        return Digit(at) || (at >= 0 && at < text.Length && text[at] is ',' or '.' && Digit(at + step));
    }
}
