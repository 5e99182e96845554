using System.Globalization;
using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Finds dates, durations and the demands that make deadlines of them.</summary>
internal static partial class CalendarFinder
{
    internal const string MonthNames = "Januar|Jänner|Februar|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan\\.|Feb\\.|Apr\\.|Aug\\.|Sept?\\.|Okt\\.|Nov\\.|Dez\\.";
    private const string Number = "(?:" + GermanNumbers.Pattern + @"|\b(?:eine?[nmrs]?|halbe[nmrs]?)\b)";

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];

    public static void FindDates(StatementList list)
    {
        list.Add(NumericDate(), m => DateKind(list.Text, m), m => Date(m.Groups["y"].Value, Int(m.Groups["m"]), Int(m.Groups["d"])));
        list.Add(NamedDate(), m => DateKind(list.Text, m), m => Date(m.Groups["y"].Value, Month(m.Groups["m"].Value), Int(m.Groups["d"])));
        list.Add(IsoDate(), m => DateKind(list.Text, m), m => Date(m.Groups["y"].Value, Int(m.Groups["m"]), Int(m.Groups["d"])));
        list.Add(MonthOnly(), m => DateKind(list.Text, m), m => Date(m.Groups["y"].Value, Month(m.Groups["m"].Value), null));
    }

    public static void FindDurations(StatementList list)
    {
        list.Add(Duration(), m => DurationKind(list.Text, m), m => Span(m));
        list.Add(Year(), m => DateKind(list.Text, m), m => Date(m.Groups["y"].Value, null, null));
    }

    private static string? Span(Match match)
    {
        var upper = One(match.Groups["n"].Value, match.Groups["unit"].Value);
        var lower = match.Groups["from"].Success ? One(match.Groups["from"].Value, match.Groups["unit"].Value) : null;
        return upper is null ? null : lower is null ? upper : $"{lower}-{upper}";
    }

    private static string? One(string number, string unit)
    {
        if (!GermanNumbers.TryParse(number, out var value))
        {
            return null;
        }

        var folded = Words.Fold(unit);
        return folded switch
        {
            _ when folded.StartsWith("werktag", StringComparison.Ordinal) => $"P{GermanNumbers.Plain(value)}WD",
            _ when folded.StartsWith("arbeitstag", StringComparison.Ordinal) => $"P{GermanNumbers.Plain(value)}AD",
            _ when folded.StartsWith("woch", StringComparison.Ordinal) => $"P{GermanNumbers.Plain(value * 7)}D",
            _ when folded.Contains("tag", StringComparison.Ordinal) => $"P{GermanNumbers.Plain(value)}D",
            _ when folded.StartsWith("monat", StringComparison.Ordinal) => $"P{GermanNumbers.Plain(value)}M",
            _ when folded.StartsWith("quartal", StringComparison.Ordinal) => $"P{GermanNumbers.Plain(value * 3)}M",
            _ when folded.Contains("jahr", StringComparison.Ordinal) => $"P{GermanNumbers.Plain(value * 12)}M",
            _ when folded.StartsWith("minut", StringComparison.Ordinal) => $"PT{GermanNumbers.Plain(value)}M",
            _ => $"PT{GermanNumbers.Plain(value * 60)}M",
        };
    }

    private static string DurationKind(string text, Match match) =>
        Demand().IsMatch(Before(text, match)) ? StatementKinds.Deadline : StatementKinds.Duration;

    private static string DateKind(string text, Match match) =>
        Until().IsMatch(Before(text, match)) ? StatementKinds.Deadline : StatementKinds.Date;

    // Number words are digits at the end of their place: what stands before them counts, not they themselves.
    private static string Before(string text, Match match)
    {
        var end = match.Index;
        while (end > 0 && char.IsLetter(text[end - 1]))
        {
            end--;
        }

        return text[Math.Max(0, end - 40)..end];
    }

    // yyyy-mm-dd with ? for what is not said.
    private static string? Date(string year, int? month, int? day)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
        {
            return null;
        }

        var fullYear = year.Length == 2 ? "20" + year : year.Length == 4 ? year : "?";
        return $"{fullYear}-{month?.ToString("00", CultureInfo.InvariantCulture) ?? "?"}-{day?.ToString("00", CultureInfo.InvariantCulture) ?? "?"}";
    }

    private static int Int(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static int Month(string name) =>
        name.StartsWith("Jän", StringComparison.Ordinal) ? 1 : Array.IndexOf(Months, Words.Fold(name)[..3]) + 1;

    [GeneratedRegex(@"(?<![\d.])(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.(?:\s?(?<y>\d{4}|\d{2})(?!\d|\.\d))?(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"(?<![\d.])(?<d>\d{1,2})\.\s?(?<m>" + MonthNames + @")\b(?:\s(?<y>\d{4}))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamedDate();

    [GeneratedRegex(@"(?<![\d-])(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?![\d-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\b(?<m>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)s?\b(?:\s(?<y>\d{4}))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthOnly();

    [GeneratedRegex(@"(?<![\d.,])(?:(?<from>" + Number + @")\s*(?:bis(?:\szu)?|–|-|oder)\s*)?(?<n>" + Number + @")(?:\s+|-)(?:ganze[nr]?\s|volle[nr]?\s|weitere[nr]?\s)?(?<unit>Werktag(?:en|e|s)?|Arbeitstag(?:en|e|s)?|Kalendertag(?:en|e|s)?|Tag(?:en|e|es|s)?|Woche(?:n)?|Monat(?:en|e|s|es)?|Quartal(?:en|e|s)?|Lebensjahr(?:en|e|es)?|Jahr(?:en|e|es)?|Stunden?|Minuten?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Duration();

    [GeneratedRegex(@"(?<![\d.,/-])(?<y>(?:19|20)\d{2})(?![\d/-]|[.,]\d|\s?(?:€|Euro|%))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?:innerhalb|innerhalb von|binnen|spätestens|Frist|nicht später als|längstens|höchstens)\s(?:\p{L}+\s){0,3}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Demand();

    [GeneratedRegex(@"(?:\bbis(?: zum| zur| einschließlich| Ende| spätestens)?|spätestens(?: am| bis| zum)*|vor dem|Frist\w*\s(?:\p{L}+\s){0,2})\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Until();
}
