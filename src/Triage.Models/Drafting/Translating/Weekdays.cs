using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Translating;

/// <summary>Finds weekdays in the languages of the letters, by the beginnings that their inflected forms share.</summary>
internal static partial class Weekdays
{
    // Monday first. What begins like another day comes before it (cumartesi before cuma, pazartesi before pazar).
    private static readonly (int Day, string Beginnings)[] Stems =
    [
        (0, "montag monday lundi pazartesi понеділ понедельник poniedzia الاثنين الإثنين دوشنبه"),
        (1, "dienstag tuesday mardi salı вівтор вторник wtor الثلاثاء سه‌شنبه سهشنبه"),
        (2, "mittwoch wednesday mercredi çarşamba серед сред środ الأربعاء الاربعاء چهارشنبه"),
        (3, "donnerstag thursday jeudi perşembe четвер czwart الخميس پنجشنبه پنج‌شنبه"),
        (5, "samstag sonnabend saturday samedi cumartesi субот суббот sobot السبت"),
        (4, "freitag friday vendredi cuma пятниц п'ятниц п’ятниц piąt الجمعة جمعه"),
        (6, "sonntag sunday dimanche pazar неділ воскресен niedziel الأحد الاحد یکشنبه یک‌شنبه"),
        (5, "شنبه"),
    ];

    /// <summary>One entry for each mention: "day0" is Monday.</summary>
    public static IEnumerable<string> Find(string text)
    {
        foreach (Match word in Word().Matches(text.Replace("سه شنبه", "سه‌شنبه", StringComparison.Ordinal)))
        {
            // Arabic joins prepositions and the article: "والاثنين", "للأحد".
            var folded = word.Value.ToLowerInvariant();
            if (Array.FindIndex(Stems, s => s.Beginnings.Split(' ').Any(b => Begins(folded, b))) is >= 0 and var at)
            {
                yield return $"day{Stems[at].Day}";
            }
        }
    }

    private static bool Begins(string word, string stem) => word.StartsWith(stem, StringComparison.Ordinal)
        || (stem[0] == 'ا' && (word.StartsWith("و" + stem, StringComparison.Ordinal) || word.StartsWith("ب" + stem, StringComparison.Ordinal)
            || (word.StartsWith("لل", StringComparison.Ordinal) && word[2..].StartsWith(stem[2..], StringComparison.Ordinal))));

    // The zero-width non-joiner belongs to Persian words.
    [GeneratedRegex(@"[\p{L}\p{M}'’\u200c]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
