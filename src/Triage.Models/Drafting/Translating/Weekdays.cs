using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Translating;

/// <summary>
/// Finds weekdays in the languages of the letters, in their inflected forms and no other words: "Montage", "средства" and
/// "środki" begin like days.
/// </summary>
internal static partial class Weekdays
{
    private const string De = "s?(?:(?:vor|nach)?mittags?|abends?|morgens?|nachts?)?";
    private const string En = "(?:['’]?s)?";
    private const string Tr = "['’]?(?:[yn]?[aeıi]|n?d[ae]n?|l[ae]r(?:[ıi]n?(?:d[ae]n?|[ae])?|d[ae]n?)?|n?[ıi]n)?";
    private const string Uk = "(?:ок|к(?:а|у|ом|и|ів|ам|ами|ах))";
    private const string Ru = "(?:а|у|ом|е|и|ов|ам|ами|ах)?";
    private const string Pl = "(?:ek|ku|kiem|kowi|ki|ków|kom|kach|kami)";
    private const string Fa = "(?:های?)?";

    // Monday first. Persian ones are written in one word here.
    private static readonly Regex[] Days =
    [
        Day($"montag{De}|monday{En}|lundis?|pazartesi{Tr}|(?:що)?понеділ{Uk}|понедельник{Ru}|poniedział{Pl}", "[اإ]ثنين", $"دوشنبه{Fa}"),
        Day($"dienstag{De}|tuesday{En}|mardis?|salı{Tr}|(?:що)?вівтор{Uk}|вторник{Ru}|wtor{Pl}", "ثلاثاء", $"سهشنبه{Fa}"),
        Day($"mittwoch{De}|wednesday{En}|mercredis?|çarşamba{Tr}|(?:що)?серед(?:а|и|у|і|ою|ам|ами|ах)|сред(?:а|ы|у|е|ой|ам|ами|ах)|środ(?:a|y|ę|zie|ą|om|ach|ami)|śród", "[اأ]ربعاء", $"چهارشنبه{Fa}"),
        Day($"donnerstag{De}|thursday{En}|jeudis?|perşembe{Tr}|(?:що)?четвер(?:г(?:а|у|ом|и|ів|ам|ами|ах))?|четверг(?:а|у|ом|е|и|ов|ам|ами|ах)?|czwart{Pl}", "خميس", $"پنجشنبه{Fa}"),
        Day($"freitag{De}|friday{En}|vendredis?|cuma{Tr}|(?:що)?п['’]ятниц(?:я|і|ю|ею|ь|ям|ями|ях)|пятниц(?:а|ы|у|е|ей|ам|ами|ах)?|piąt{Pl}", "جمعة", $"جمعه{Fa}"),
        Day($"(?:samstag|sonnabend){De}|saturday{En}|samedis?|cumartesi{Tr}|(?:що)?субот(?:а|и|у|і|ою|ам|ами|ах)?|суббот(?:а|ы|у|е|ой|ам|ами|ах)?|sob(?:ot(?:a|y|ę|ą|om|ach|ami)|ocie|ót)", "سبت", $"شنبه{Fa}"),
        Day($"sonntag{De}|sunday{En}|dimanches?|pazar{Tr}|(?:що)?неділ(?:я|і|ю|ею|ь|ям|ями|ях)|воскресен(?:ь(?:е|я|ю|ем|ям|ями|ях)|ий)|niedziel(?:a|i|ę|ą|e|om|ach|ami)?", "[اأ]حد", $"یکشنبه{Fa}"),
    ];

    /// <summary>One for each mention, with its place: "day0" is Monday.</summary>
    public static IEnumerable<TextFact> Find(string text) => Word().Matches(text)
        .Select(w => (Day: Array.FindIndex(Days, d => d.IsMatch(OneWord(w.Value))), Word: w))
        .Where(f => f.Day >= 0).Select(f => new TextFact($"day{f.Day}", f.Word.Index, f.Word.Index + f.Word.Length));

    // Persian writes "five Saturday" for Thursday, in one word, with a joiner or with a blank.
    private static string OneWord(string word) =>
        word.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("\u200c", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    // Arabic joins prepositions and the article: "والاثنين", "للأحد".
    private static Regex Day(string forms, string arabic, string persian) =>
        new($"^(?:{forms}|[وبف]?ال{arabic}|و?لل{arabic}|{persian})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"(?<!\p{L})(?:دو|سه|چهار|پنج|یک)[ \u200c]+شنبه[\p{L}\p{M}\u200c]*|[\p{L}\p{M}'’\u200c]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
