using System.Globalization;
using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Finds times of the day and the weekdays of opening hours.</summary>
internal static partial class ClockFinder
{
    private const string Full = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag";
    private const string Short = "Mo|Di|Mi|Do|Fr|Sa|So";
    private const string Joint = @"\s?(?:,\s?(?:und\s)?|[-–—]|/|\bbis(?:\szum|\seinschließlich)?\b|\bund\b|\bsowie\b|\boder\b|\bauch\b)\s?(?:am\s|jeden\s)?";

    private static readonly string[] Days = ["mo", "di", "mi", "do", "fr", "sa", "so"];

    public static void Find(StatementList list)
    {
        list.Add(Range(), StatementKinds.Time, m => Clock(m, "h1", "m1") is { } from && Clock(m, "h2", "m2") is { } to ? $"{from}-{to}" : null);
        list.Add(HalfPast(), StatementKinds.Time, m => GermanNumbers.TryParse(m.Groups["h"].Value, out var hour) && hour is >= 1 and <= 12 ? Clock((int)hour - 1, 30) : null);
        list.Add(Single(), StatementKinds.Time, m => Clock(m, "h1", "m1"));
        list.Add(FullDays(), StatementKinds.Time, m => DaySet(m.Value));
        list.Add(ShortDays(), StatementKinds.Time, m => DaySet(m.Value));
        list.Add(NamedDays(), StatementKinds.Time, m => m.Value.StartsWith('t') || m.Value.StartsWith('T') ? "mo,di,mi,do,fr,sa,so"
            : m.Value.StartsWith('w') || m.Value.StartsWith('W') ? "mo,di,mi,do,fr,sa" : "sa,so");
    }

    private static string? Clock(Match match, string hour, string minute)
    {
        if (!GermanNumbers.TryParse(match.Groups[hour].Value, out var h) || h is < 0 or > 24 || h != Math.Truncate(h))
        {
            return null;
        }

        var m = match.Groups[minute].Success ? int.Parse(match.Groups[minute].Value, CultureInfo.InvariantCulture) : 0;
        return m > 59 ? null : Clock((int)h + (match.Groups["later"].Success && h < 12 ? 12 : 0), m);
    }

    private static string Clock(int hour, int minute) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");

    private static string DaySet(string text)
    {
        var days = new bool[7];
        var last = -1;
        var end = 0;
        foreach (Match match in Day().Matches(text))
        {
            var day = Array.IndexOf(Days, match.Value.StartsWith("Sonna", StringComparison.OrdinalIgnoreCase) ? "sa" : match.Value[..2].ToLowerInvariant());
            if (last >= 0 && Until().IsMatch(text[end..match.Index]))
            {
                for (var between = last; between != day; between = (between + 1) % 7)
                {
                    days[between] = true;
                }
            }

            days[day] = true;
            last = day;
            end = match.Index + match.Length;
        }

        return string.Join(',', Days.Where((_, i) => days[i]));
    }

    [GeneratedRegex(@"(?<![\d.,:])(?<h1>\d{1,2})(?:[:.](?<m1>\d{2}))?(?:\sUhr)?\s*(?:bis|–|-|—|und)\s*(?<h2>\d{1,2})(?:[:.](?<m2>\d{2}))?\s?(?:Uhr|h\b)|(?<![\d.,:])(?<h1>\d{1,2}):(?<m1>\d{2})\s?(?:bis|–|-|—)\s?(?<h2>\d{1,2}):(?<m2>\d{2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\d.,:])(?<h1>\d{1,2})(?:[:.](?<m1>\d{2}))?\s?Uhr\b(?:\s(?<later>nachmittags|abends|am Nachmittag|am Abend)\b)?|(?<![\d.,:])(?<h1>\d{1,2}):(?<m1>\d{2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Single();

    // "halb acht", as number words are read.
    [GeneratedRegex(@"(?<![\d.,])0,5\s+(?<h>\d{1,2})\b(?![\d.,]*\d|\s?(?:€|Euro|%|Prozent))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfPast();

    [GeneratedRegex(@"\b(?:" + Full + @")s?\b(?:" + Joint + @"(?:" + Full + @")s?\b)*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FullDays();

    [GeneratedRegex(@"\b(?:" + Short + @")\b\.?(?:" + Joint + @"(?:" + Short + @")\b\.?)+|\b(?:" + Short + @")\b[.:]?(?=\s?:?\s?\d{1,2}(?:[:.]\d{2})?(?:\s?(?:Uhr|–|-|bis)))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortDays();

    [GeneratedRegex(@"\b(?:täglich|werktags|werktäglich|(?:am )?Wochenende)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NamedDays();

    [GeneratedRegex(@"\b(?:" + Full + "|" + Short + @")(?=s?\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"[-–—]|\bbis\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Until();
}
