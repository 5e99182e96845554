using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Translating;

/// <summary>What a number counts. Many languages have one word for hours and o'clock, so they are one.</summary>
internal enum FactUnit
{
    Euro,
    Cent,
    Percent,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>The units beside numbers, in the languages of the letters.</summary>
internal static partial class FactUnits
{
    private static readonly (FactUnit Unit, Regex Words)[] All =
    [
        (FactUnit.Euro, Unit("€|eur|euros?|euroya|avro.*|євро|евро|يورو|یورو")),
        (FactUnit.Cent, Unit("cents?|sent|цент.*|سنت|centów|centy|centymów|centimes?")),
        (FactUnit.Percent, Unit("%|prozent|percent|yüzde|відсот.*|процент.*|procent.*|pour-cent|بالمئة|بالمائة|المئة|المائة|درصد")),
        (FactUnit.Minute, Unit("minuten?|minutes?|dakika.*|хвилин.*|минут.*|minut.?|دقيقة|دقائق|دقیقه.*")),
        (FactUnit.Hour, Unit("uhr|h|stunden?|hours?|o['’]clock|saat.*|годин.*|час(?:а|ов|у|ам|ами)?|ال?ساعة|ساعات|godzin.*|godz|heures?|ساعت.*")),
        (FactUnit.Day, Unit("tage?n?|tägig.*|(?:werk|arbeits|kalender|bank)tage?n?|days?|gün.*|день|дні|днів|днями?|дня|дней|يوما?ً?|أيام|ايام|dni|dnia|dzień|jours?|روز.*")),
        (FactUnit.Week, Unit("wochen?|wöchig.*|weeks?|hafta.*|тиж.*|недел.*|أسبوعا?ً?|اسبوع|أسابيع|اسابيع|tydzień|tygodni.*|semaines?|هفته.*")),
        (FactUnit.Month, Unit("monate?n?|monatig.*|months?|ay|ay(?:lık|dan|da|ı|ın|a|lar)|місяц.*|месяц.*|شهرا?ً?|أشهر|اشهر|شهور|miesi.*|mois|ماه.*")),
        (FactUnit.Year, Unit("jahre?n?|jährig.*|years?|yıl.*|yaş.*|рок.*|рік|год.?|лет|سنة|سنوات|عاما?ً?|أعوام|lat.?|roku?|ans?|années?|سال.*")),
    ];

    /// <summary>
    /// Whether the numbers count the same: of equal numbers each unit is as often in both. A number whose unit was not recognised
    /// may be any, so that a rare word drops no translation.
    /// </summary>
    public static bool Agree(FactLine german, FactLine other)
    {
        var (units, others) = (ByValue(german), ByValue(other));
        return units.All(value =>
        {
            var (here, there) = (value.ToList(), others[value.Key].ToList());
            return Excess(here, there) <= there.Count(u => u is null) && Excess(there, here) <= here.Count(u => u is null);
        });
    }

    /// <summary>The unit behind the number, at most one word away ("3 working days"), or before it ("€ 46", "saat 8"); null: none known.</summary>
    public static FactUnit? Of(string text, TextFact fact)
    {
        if (!char.IsDigit(text[fact.Start]))
        {
            return null;
        }

        var behind = Behind().Match(text[fact.End..]);
        return Named(behind.Groups["first"].Value) ?? Named(behind.Groups["second"].Value) ?? Named(Before().Match(text[..fact.Start]).Groups["word"].Value);
    }

    private static ILookup<string, FactUnit?> ByValue(FactLine line) => line.Facts.Zip(line.Units).ToLookup(f => f.First.Value, f => f.Second);

    private static int Excess(List<FactUnit?> here, List<FactUnit?> there) =>
        here.Where(u => u is not null).GroupBy(u => u).Sum(g => Math.Max(0, g.Count() - there.Count(u => u == g.Key)));

    private static FactUnit? Named(string word) =>
        word.Length == 0 ? null : All.Where(u => u.Words.IsMatch(word.ToLowerInvariant())).Select(u => (FactUnit?)u.Unit).FirstOrDefault();

    // Turkish hangs its endings behind an apostrophe: "12 Euro'dur".
    private static Regex Unit(string words) => new($"^(?:{words})(?:['’].*)?$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"^[\s-]*(?<first>[\p{L}\p{M}'’\u200c]+|[€%])(?:\s+(?<second>[\p{L}\p{M}'’\u200c]+))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Behind();

    [GeneratedRegex(@"(?<word>[\p{L}\p{M}'’\u200c]+|[€%])\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Before();
}
