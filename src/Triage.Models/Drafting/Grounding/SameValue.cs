using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Decides whether a draft's value says no more than a source's value.</summary>
internal static class SameValue
{
    public static bool Is(Statement draft, Statement source)
    {
        if (draft.Group != source.Group)
        {
            // A table's column may hold the unit ("Gebühr in Euro | 46,00"), and a letter may leave it out ("unter 24").
            return (draft.Kind == StatementKinds.Amount && source.Kind == StatementKinds.Quantity && draft.Value == source.Value + " EUR")
                || (draft.Kind == StatementKinds.Quantity && source.Group is StatementKinds.Duration or StatementKinds.Amount && Holds(source.Text, draft.Value));
        }

        return draft.Value == source.Value || draft.Group switch
        {
            StatementKinds.Date => SameDate(draft.Value.Split('-'), source.Value.Split('-')),
            StatementKinds.Time => Within(draft.Value, source.Value),
            StatementKinds.Paragraph => SameParagraph(draft.Value, source.Value),
            StatementKinds.Office or StatementKinds.Form => SameName(draft.Value, source.Value),
            StatementKinds.Duration or StatementKinds.Amount => Upper(source.Value) == draft.Value,
            StatementKinds.Quantity => SameQuantity(draft.Value, source.Value),
            StatementKinds.Url => source.Value.StartsWith(draft.Value + "/", StringComparison.Ordinal) && draft.Value.Contains('/', StringComparison.Ordinal),
            _ => false,
        };
    }

    private static bool SameDate(string[] draft, string[] source) =>
        draft[1] == source[1] && draft[2] == source[2] && (draft[0] == source[0] || ((draft[0] == "?" || source[0] == "?") && draft[1] != "?"));

    // One weekday out of several, or one end of the opening hours.
    private static bool Within(string draft, string source) =>
        source.Split(source[0] is >= '0' and <= '9' ? '-' : ',').Contains(draft);

    private static bool SameParagraph(string draft, string source)
    {
        var (one, other) = (draft.Split(' ', 2), source.Split(' ', 2));
        return (one[0] == other[0] || other[0].StartsWith(one[0] + "(", StringComparison.Ordinal))
            && (one.Length == 1 || other.Length == 1 || SameLaw(one[1], other[1]) || SameLaw(other[1], one[1]));
    }

    // "BMG" stands for "Bundesmeldegesetz": its capitals appear there in order.
    private static bool SameLaw(string brief, string full)
    {
        var at = 0;
        var folded = Words.Fold(full);
        foreach (var c in brief.Where(char.IsUpper))
        {
            at = folded.IndexOf(char.ToLowerInvariant(c), at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return brief == full || (brief.Any(char.IsUpper) && brief.Length < full.Length && char.ToLowerInvariant(brief[0]) == folded[0]);
    }

    private static bool SameName(string draft, string source)
    {
        var words = source.Split(' ');
        return draft.Split(' ').All(word => words.Any(w => w == word || (Concepts.Of(w) is { } concept && concept == Concepts.Of(word))));
    }

    private static string Upper(string range) =>
        range.IndexOf('-', StringComparison.Ordinal) is > 0 and var at ? range[(at + 1)..] : range;

    private static bool Holds(string text, string number) => text.Split(' ').Contains(number);

    private static bool SameQuantity(string draft, string source)
    {
        var (one, other) = (draft.Split(' '), source.Split(' '));
        return one[0] == other[0] && (one.Length == 1 || other.Length == 1);
    }
}
