using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Translating;

/// <summary>
/// A German letter whose facts look the same in every language: number words are digits ("zwei Wochen": 2 Wochen), months are
/// numbers (3. November 2026: 03.11.2026), weekdays are whole words (Mo–Fr: Montag–Freitag). Names and addresses stay.
/// </summary>
internal static partial class PreparedLetter
{
    private static readonly string[] Months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    private static readonly Dictionary<string, string> Days = new()
    {
        ["Mo"] = "Montag", ["Di"] = "Dienstag", ["Mi"] = "Mittwoch", ["Do"] = "Donnerstag", ["Fr"] = "Freitag", ["Sa"] = "Samstag", ["So"] = "Sonntag",
    };

    /// <summary>The paragraphs, prepared; none is empty.</summary>
    public static IReadOnlyList<string> Paragraphs(string letter) =>
        [.. Gap().Split(letter.ReplaceLineEndings("\n").Trim()).Select(Prepare).Where(p => p.Length > 0)];

    private static string Prepare(string paragraph)
    {
        var dated = NamedDate().Replace(paragraph, m => string.Create(
            CultureInfo.InvariantCulture, $"{int.Parse(m.Groups["d"].Value, CultureInfo.InvariantCulture):00}.{1 + Array.IndexOf(Months, m.Groups["m"].Value):00}.{m.Groups["y"].Value}"));
        return Digits(HalfHour().Replace(BriefDay().Replace(dated, m => Days[m.Groups["d"].Value]), Clock)).Trim();
    }

    // Half nine is 8:30, half one 12:30.
    private static string Clock(Match half) => GermanNumbers.TryParse(half.Groups["h"].Value, out var hour) && hour is >= 1 and <= 12
        ? string.Create(CultureInfo.InvariantCulture, $"{(hour == 1 ? 12 : (int)hour - 1)}:30")
        : half.Value;

    private static string Digits(string text)
    {
        var (shadow, places) = GermanNumbers.Shadow(text);
        var (written, at) = (new StringBuilder(text.Length), 0);
        foreach (var (start, end) in places)
        {
            var number = shadow[start..end].Trim();

            // "halb" and "anderthalb" stay words.
            written.Append(text, at, start - at).Append(number.Contains(',', StringComparison.Ordinal) || IsPartOfName(text, start, end) ? text[start..end] : number);
            at = end;
        }

        return written.Append(text, at, text.Length - at).ToString();
    }

    // "Drei-Eichen-Weg", "zwei.example", "Frau Dreißig", "außer Acht": a capital letter amid a sentence begins no number.
    private static bool IsPartOfName(string text, int start, int end) =>
        Joined().IsMatch(text[end..Math.Min(end + 2, text.Length)]) || (start > 0 && text[start - 1] is '-' or '.' or '/' or '@' or '_')
        || (char.IsUpper(text[start]) && !SentenceStart().IsMatch(text[..start]));

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gap();

    // "Straße des 17. Juni" is a place.
    [GeneratedRegex(@"(?<!\b(?:Straße|Platz|Allee|Weg) (?:des|vom) )\b(?<d>\d{1,2})\.\s*(?<m>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b(?:\s+(?<y>\d{4})\b)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamedDate();

    // Only beside another day or before an hour: "So geht es" and "So: 1." are no Sunday.
    [GeneratedRegex(@"\b(?<d>Mo|Di|Mi|Do|Fr|Sa|So)\b\.?(?=[ \t]*(?:[-–,/+&]|und|bis)[ \t]*(?:Mo|Di|Mi|Do|Fr|Sa|So)\b|(?:(?<!So):)?[ \t]*\d)|(?<=\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?[ \t]*(?:[-–,/+&]|und|bis)[ \t]*)(?<d>Mo|Di|Mi|Do|Fr|Sa|So)\b\.?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BriefDay();

    [GeneratedRegex(@"\b[Hh]alb (?<h>\d{1,2}|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b(?![-.:/]?\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfHour();

    [GeneratedRegex(@"^(?:[-/@_]|\.[\p{L}\d])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"(?:^|[.!?:\n•–-])\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceStart();
}
