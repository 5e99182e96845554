using System.Globalization;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Decides whether a draft's value says no more than a source's value.</summary>
internal static class SameValue
{
    private const int MinutesOfADay = 1440;

    public static bool Is(Statement draft, Statement source)
    {
        if (draft.Group != source.Group)
        {
            // A table's column may hold the unit ("Gebühr in Euro | 46,00"), and a letter may leave it out ("unter 24").
            return (draft.Kind == StatementKinds.Amount && source.Kind == StatementKinds.Quantity && draft.Value == source.Value + " EUR")
                || (draft.Kind == StatementKinds.Quantity && source.Group is StatementKinds.Duration or StatementKinds.Amount && Holds(source.Text, draft.Value))
                // "zwischen neun und zwölf" leaves out what a clock shows.
                || (draft.Kind == StatementKinds.Quantity && source.Kind == StatementKinds.Time && source.Value.Split('-').Any(clock => IsHour(draft.Value, clock)));
        }

        return draft.Value == source.Value || draft.Group switch
        {
            StatementKinds.Date => SameDate(draft.Value.Split('-'), source.Value.Split('-')),
            StatementKinds.Time => Within(draft.Value, source.Value) || SameClock(draft.Value, source.Value) || SameWeek(draft, source),
            StatementKinds.Paragraph => SameParagraph(draft.Value, source.Value),
            StatementKinds.Office or StatementKinds.Form => SameName(draft.Value, source.Value),
            StatementKinds.Duration => Upper(source.Value) == draft.Value || Days(draft.Value) == Days(source.Value),
            StatementKinds.Amount => Upper(source.Value) == draft.Value,
            StatementKinds.Quantity => SameQuantity(draft.Value, source.Value),
            StatementKinds.Url => source.Value.StartsWith(draft.Value + "/", StringComparison.Ordinal) && draft.Value.Contains('/', StringComparison.Ordinal),
            _ => false,
        };
    }

    /// <summary>A month without its day says less than the day, but nothing else.</summary>
    public static bool IsMonth(Statement draft) => draft.Group == StatementKinds.Date && draft.Value.EndsWith("-?", StringComparison.Ordinal);

    private static bool SameDate(string[] draft, string[] source) =>
        draft[1] == source[1] && (draft[2] == source[2] || draft[2] == "?") && (draft[0] == source[0] || ((draft[0] == "?" || source[0] == "?") && draft[1] != "?"));

    // Some weekdays out of several, or one end of the opening hours.
    private static bool Within(string draft, string source) =>
        source[0] is >= '0' and <= '9' ? source.Split('-').Contains(draft) : draft.Split(',').All(source.Split(',').Contains);

    // Nobody opens at three in the morning: "drei Uhr" is 15 Uhr.
    private static bool SameClock(string draft, string source) =>
        draft.Split('-').All(d => source.Split('-').Any(s => s == d || (Hour(d) is > 0 and < 8 && Hour(s) == Hour(d) + 12 && s[3..] == d[3..])));

    private static bool IsHour(string number, string clock) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && Hour(clock) is { } full && clock.EndsWith(":00", StringComparison.Ordinal) && (full == hour || full == hour + 12);

    private static int? Hour(string clock) => clock.Length == 5 && int.TryParse(clock.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) ? hour : null;

    // Six days in the law, five where somebody says when an office is open.
    private static bool SameWeek(Statement draft, Statement source) =>
        draft.Text.StartsWith("werk", StringComparison.OrdinalIgnoreCase) && source.Value is "mo,di,mi,do,fr" or "mo,di,mi,do,fr,sa";

    // Letters say "Werktage" for "Arbeitstage", and 48 hours are two days.
    private static string Days(string duration) => FullDays(duration) is { } days ? $"P{days}D" : duration.Replace("AD", "WD", StringComparison.Ordinal);

    private static int? FullDays(string duration) =>
        duration.StartsWith("PT", StringComparison.Ordinal) && int.TryParse(duration.AsSpan(2, duration.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes > 0 && minutes % MinutesOfADay == 0 ? minutes / MinutesOfADay : null;

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

        return Words.Stem(brief) == Words.Stem(full)
            || (brief.Count(char.IsUpper) > 1 && brief.Length < full.Length && char.ToLowerInvariant(brief[0]) == folded[0]);
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
