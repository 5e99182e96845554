using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Finds shares and spans that are told as fractions: "die Hälfte", "ein Drittel der Kosten", "eine Viertelstunde".</summary>
internal static partial class FractionFinder
{
    private static readonly Dictionary<string, decimal> Parts = new() { ["Drittel"] = 3, ["Viertel"] = 4, ["Fünftel"] = 5, ["Achtel"] = 8, ["Zehntel"] = 10 };

    public static void FindShares(StatementList list)
    {
        list.Add(Half(), StatementKinds.Percentage, _ => "50 %");
        list.Add(Part(), StatementKinds.Percentage, m => $"{GermanNumbers.Plain(decimal.Round(Count(m) * 100 / Parts[m.Groups["part"].Value], 4))} %");
    }

    public static void FindSpans(StatementList list) => list.Add(Span(), StatementKinds.Duration, m =>
        Quarters(m) is var quarters && m.Groups["unit"].Value switch
        {
            "stunde" => (15 * quarters, "T"),
            "jahr" => (3 * quarters, ""),
            _ => (300 * quarters, ""),
        } is var (months, time) ? $"P{time}{months}M" : null);

    private static decimal Count(Match match) => GermanNumbers.TryParse(match.Groups["n"].Value, out var value) ? value : 1;

    private static int Quarters(Match match) => match.Value.StartsWith("Drei", StringComparison.OrdinalIgnoreCase) ? 3 : 1;

    // A number that was read as half a thing ("halbe Gebühr") is half of it.
    [GeneratedRegex(@"\b(?:die|der|zur) Hälfte\b|(?<![\d.,])0,5 (?:Gebühr|Preis|Satz|Beitrag|Eintritt|Länge|Steuer|Tarif|Kosten)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Half();

    [GeneratedRegex(@"(?:\b(?<n>eine?[nms]?)|(?<![\d.,])(?<n>\d{1,2}))\s+(?<part>Drittel|Viertel|Fünftel|Achtel|Zehntel)n?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"\b(?:[Dd]reiv|[Vv])iertel(?<unit>stunde|jahr(?:hundert)?)(?:e?s|n)?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Span();
}
