using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Translating;

/// <summary>
/// A German letter whose facts look the same in every language: number words are digits ("zwei Wochen": 2 Wochen), months are
/// numbers (3. November 2026: 03.11.2026), weekdays are whole words (Mo–Fr: Montag–Freitag).
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
        return Digits(BriefDay().Replace(dated, m => Days[m.Groups["d"].Value])).Trim();
    }

    private static string Digits(string text)
    {
        var (shadow, places) = GermanNumbers.Shadow(text);
        var (written, at) = (new StringBuilder(text.Length), 0);
        foreach (var (start, end) in places)
        {
            var number = shadow[start..end].Trim();

            // "halb neun" is no half.
            written.Append(text, at, start - at).Append(number.Contains(',', StringComparison.Ordinal) ? text[start..end] : number);
            at = end;
        }

        return written.Append(text, at, text.Length - at).ToString();
    }

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\b(?<d>\d{1,2})\.\s*(?<m>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b(?:\s+(?<y>\d{4})\b)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamedDate();

    // Only beside another day or before an hour: "So geht es" is no Sunday.
    [GeneratedRegex(@"\b(?<d>Mo|Di|Mi|Do|Fr|Sa|So)\b\.?(?=\s*(?:[-–,/+&]|und|bis)\s*(?:Mo|Di|Mi|Do|Fr|Sa|So)\b|:?\s*\d)|(?<=\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?\s*(?:[-–,/+&]|und|bis)\s*)(?<d>Mo|Di|Mi|Do|Fr|Sa|So)\b\.?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BriefDay();
}
