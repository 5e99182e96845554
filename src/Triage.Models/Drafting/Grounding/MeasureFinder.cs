using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Finds amounts of money, percentages, paragraphs of laws, and every number that nothing else explains.</summary>
internal static partial class MeasureFinder
{
    private const string Number = GermanNumbers.Pattern;

    public static void FindParagraphs(StatementList list)
    {
        list.Add(Paragraph(), StatementKinds.Paragraph, m =>
            $"§{m.Groups["n"].Value.Replace(" ", string.Empty, StringComparison.Ordinal)}{Details(m)} {m.Groups["law"].Value}".TrimEnd());
    }

    public static void FindAmounts(StatementList list)
    {
        list.Add(Amount(), StatementKinds.Amount, Money);
        list.Add(LeadingCurrency(), StatementKinds.Amount, Money);
        list.Add(Free(), StatementKinds.Amount, _ => "0 EUR");
        list.Add(Percentage(), StatementKinds.Percentage, m => Value(m) is { } value ? value + " %" : null);
    }

    public static void FindQuantities(StatementList list)
    {
        list.Add(Floor(), StatementKinds.Quantity, m => "stock " + (m.Groups["n"].Success ? m.Groups["n"].Value : "0"));
        list.Add(Quantity(), StatementKinds.Quantity, Measured);
    }

    private static string Details(Match match) => string.Concat(
        match.Groups["detail"].Captures.Select(c => $"({string.Concat(c.Value.Where(char.IsAsciiDigit))})"));

    private static string? Money(Match match)
    {
        if (!GermanNumbers.TryParse(match.Groups["n"].Value, out var value))
        {
            return null;
        }

        var factor = match.Groups["factor"].Value is { Length: > 0 } f ? Factor(f) : 1m;
        var cents = match.Groups["unit"].Value is "Cent" or "ct" ? 0.01m : 1m;
        var upper = GermanNumbers.Plain(value * factor * cents);
        var lower = match.Groups["from"].Success && GermanNumbers.TryParse(match.Groups["from"].Value, out var from)
            ? GermanNumbers.Plain(from * factor * cents) + "-" : string.Empty;
        return $"{lower}{upper} EUR";
    }

    private static decimal Factor(string word) => word switch
    {
        ['M', 'r', ..] or ['M', 'i', 'l', 'l', 'i', 'a', ..] => 1_000_000_000m,
        ['M', ..] => 1_000_000m,
        _ => 1000m,
    };

    private static string? Value(Match match) =>
        GermanNumbers.TryParse(match.Groups["n"].Value, out var value) ? GermanNumbers.Plain(value) : null;

    private static string? Measured(Match match)
    {
        if (!GermanNumbers.TryParse(match.Groups["n"].Value, out var value))
        {
            return null;
        }

        var unit = match.Groups["unit"].Value;
        var canonical = unit switch
        {
            "" => string.Empty,
            "Quadratmeter" or "Quadratmetern" or "m²" or "qm" => " m²",
            "Kubikmeter" or "Kubikmetern" or "m³" or "cbm" => " m³",
            "Kilogramm" or "kg" or "Kilo" => " kg",
            "Liter" or "Litern" or "l" => " l",
            "Kilometer" or "Kilometern" or "km" => " km",
            "Meter" or "Metern" or "m" or "Zentimeter" or "Zentimetern" or "cm" => " m",
            _ => " " + unit,
        };
        return GermanNumbers.Plain(unit is "cm" or "Zentimeter" or "Zentimetern" ? value / 100 : value) + canonical;
    }

    [GeneratedRegex(@"(?:§{1,2}|\bParagra(?:f|ph)(?:en)?|\bArt(?:ikel|\.))\s?(?<n>\d+(?:\s?[a-z]\b)?)(?:,?\s?(?<detail>(?:Abs(?:atz|\.)|Satz|S\.|Nr\.|Nummer|Ziffer|Buchst(?:abe|\.))\s?\d+))*(?:\s(?:des\s|der\s)?(?<law>\p{Lu}[\p{L}-]*(?:\p{Lu}\b|[Gg]esetz(?:es|buch|buches|buchs)?\b|[Oo]rdnung\b|[Ss]atzung\b|[Vv]erordnung\b)))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"(?<![\d.,])(?:(?<from>(?!(?:19|20)\d{2}\sbis zu\b)" + Number + @")(?:\s?(?:€|Euro|EUR))?\s*(?:bis(?: zu)?|–|-|und)\s*)?(?<n>" + Number + @"(?:,[-–—]{1,2})?)\s?(?:(?<factor>Millionen|Million|Mio\.?|Milliarden|Mrd\.?|Tausend)\s?)?(?<unit>€|Euro\b|EUR\b|Cent\b|ct\b)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?:€|\bEUR)\s?(?<n>" + Number + @"(?:,[-–—]{1,2})?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadingCurrency();

    [GeneratedRegex(@"(?<!\bnicht\s)\b(?:kostenlos|kostenfrei|gebührenfrei|unentgeltlich|gratis|umsonst)(?:e[nrms]?)?\b|\b(?:keine|ohne) (?:Kosten|Gebühr(?:en)?)\b|\b(?:kost(?:et|en)|(?:be)?zahl(?:en|t))\b(?:\s\p{L}+){0,2}? nichts\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Free();

    [GeneratedRegex(@"(?<![\d.,])(?<n>" + Number + @")\s?(?:%|Prozent(?:punkte)?\b|v\.\s?H\.|vom Hundert\b)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Percentage();

    [GeneratedRegex(@"\bErdgeschoss\b|(?<n>\d{1,2})\.\s?(?:Stock|Etage|Obergeschoss|OG)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Floor();

    [GeneratedRegex(@"(?<![\d.,\p{L}])(?<n>\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d{1,4})?(?!\d)|\d+(?:[.,]\d{1,4})?)(?:\s?(?<unit>Quadratmetern?|m²|qm|Kubikmetern?|m³|cbm|Kilogramm|Kilo|kg|Litern?|l|Kilometern?|km|Metern?|m|Zentimetern?|cm|Tonnen|Watt|kWh|kW|Grad|dB|km/h)(?![\p{L}\d]))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quantity();
}
