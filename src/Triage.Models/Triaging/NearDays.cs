using System.Collections.Frozen;

namespace Triage.Models.Triaging;

/// <summary>
/// Days within the next three, resolved against the message itself: "morgen" that is no greeting and no time of day, and a
/// weekday counted from the one that the message calls today. A weekday alone may be a week away or past: those are groups
/// of their own, and training decides what they are worth.
/// </summary>
internal static class NearDays
{
    /// <summary>One to three days from the message.</summary>
    public const string Soon = "soon";

    /// <summary>"bis Freitag", "kommenden Montag".</summary>
    public const string NextDay = "nextday";

    /// <summary>"am Freitag": to come or past.</summary>
    public const string OnDay = "onday";

    private const int Week = 7;
    private const int Near = 3;

    private static readonly string[] Days = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"];
    private static readonly string[] Parts = ["", "frueh", "morgen", "vormittag", "mittag", "nachmittag", "abend"];

    private static readonly FrozenDictionary<string, int> DayOf = Days
        .SelectMany((name, day) => Parts.Select(part => (Word: name + part, Day: day)))
        .Append((Word: "sonnabend", Day: 5))
        .ToFrozenDictionary(d => d.Word, d => d.Day);

    private static readonly FrozenSet<string> NotTomorrow = FrozenSet.ToFrozenSet(
        ["guten", "schoenen", "schoen", "gute", "moin", "n", "heute", "heut", "gestern", "jeden", "jedem", "am", "diesen"]);

    private static readonly FrozenSet<string> Until = FrozenSet.ToFrozenSet(["bis", "spaetestens", "vor", "kommenden", "diesen"]);
    private static readonly FrozenSet<string> NotNext = FrozenSet.ToFrozenSet(["seit", "jeden", "letzten", "vorigen"]);

    public static IReadOnlyList<string> Names { get; } = [NextDay, OnDay];

    public static IEnumerable<Signal> Find(List<Word> words)
    {
        var today = Today(words);
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Text == "morgen" && !NotTomorrow.Contains(words[i - 1].Text) && !DayOf.ContainsKey(words[i - 1].Text))
            {
                yield return new Signal(Soon, i, i);
            }
            else if (DayOf.TryGetValue(words[i].Text, out var day) && Group(words, i, day, today) is { } group)
            {
                yield return new Signal(group, i, i);
            }
        }
    }

    // "Heute ist Dienstag", "heut Freitag".
    private static int? Today(List<Word> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Text is "heute" or "heut")
            {
                var next = words[i + 1].Text is "ist" or "der" or "am" ? i + 2 : i + 1;
                if (next < words.Count && DayOf.TryGetValue(words[next].Text, out var day))
                {
                    return day;
                }
            }
        }

        return null;
    }

    private static string? Group(List<Word> words, int at, int day, int? today)
    {
        if (today is { } known)
        {
            return ((day - known + Week) % Week) is >= 1 and <= Near ? Soon : null;
        }

        var before = words[Math.Max(0, at - 3)..at];
        if (before.Any(w => Until.Contains(w.Text)) && !before.Any(w => NotNext.Contains(w.Text)))
        {
            return NextDay;
        }

        return words[at - 1].Text is "am" or "ab" or "fuer" ? OnDay : null;
    }
}
