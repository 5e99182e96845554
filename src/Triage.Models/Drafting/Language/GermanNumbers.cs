using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Language;

/// <summary>Reads numbers as Germans write them: 1.200,50, 12,–, zwölf, eineinhalb, dreihundert.</summary>
internal static partial class GermanNumbers
{
    /// <summary>Digits as a regular expression; number words are made digits by <see cref="Shadow"/> first.</summary>
    public const string Pattern = @"(?:\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d{1,4})?(?!\d)|\d+(?:[.,]\d{1,4})?)";

    private static readonly string[] Ones = ["null", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"];
    private static readonly string[] Teens = ["zehn", "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"];
    private static readonly string[] Tens = ["zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
    private static readonly (string, decimal)[] Special =
    [
        ("eins", 1), ("eine", 1), ("einen", 1), ("einem", 1), ("einer", 1), ("eines", 1), ("zwo", 2), ("beide", 2), ("beiden", 2),
        ("halb", 0.5m), ("halbe", 0.5m), ("halbes", 0.5m), ("halben", 0.5m), ("halber", 0.5m), ("anderthalb", 1.5m),
        ("eineinhalb", 1.5m), ("zweieinhalb", 2.5m), ("dreieinhalb", 3.5m), ("viereinhalb", 4.5m), ("tausend", 1000), ("zehntausend", 10000),
        ("dutzend", 12),
    ];

    private static readonly FrozenDictionary<string, decimal> ByWord = Build();

    /// <summary>The value of digits or of a number word; false for anything else.</summary>
    public static bool TryParse(string text, out decimal value)
    {
        text = text.Trim();
        return text.Length > 0 && char.IsAsciiDigit(text[0])
            ? TryDigits(text, out value)
            : ByWord.TryGetValue(Words.Fold(text), out value);
    }

    /// <summary>The shortest way to write the number, with a point.</summary>
    public static string Plain(decimal value) => (value / 1.000000000000m).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>
    /// The text with number words written as digits in the same place ("zwei Wochen" becomes "   2 Wochen"), and where such
    /// words stand. Articles (ein, eine) stay words.
    /// </summary>
    public static (string Text, IReadOnlyList<(int Start, int End)> Words) Shadow(string text)
    {
        var places = new List<(int, int)>();
        var shadow = WordRun().Replace(text, word =>
        {
            var part = word.Value.EndsWith("mal", StringComparison.Ordinal) ? word.Value[..^3] : word.Value;
            if (!ByWord.TryGetValue(Words.Fold(part), out var value) || value is 1 or 0 || part.StartsWith("beide", StringComparison.OrdinalIgnoreCase))
            {
                return word.Value;
            }

            places.Add((word.Index, word.Index + part.Length));
            return Plain(value).Replace('.', ',').PadLeft(part.Length) + word.Value[part.Length..];
        });
        return (shadow, places);
    }

    private static bool TryDigits(string text, out decimal value)
    {
        var digits = Dashes().Replace(text, string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal)
            .Replace("\u00a0", string.Empty, StringComparison.Ordinal).TrimEnd('.', ',');
        digits = Thousands().IsMatch(digits)
            ? digits.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.')
            : digits.Replace(',', '.');
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static FrozenDictionary<string, decimal> Build()
    {
        var below100 = new Dictionary<string, int>();
        for (var one = 0; one < 10; one++)
        {
            below100[Ones[one]] = one;
            below100[Teens[one]] = 10 + one;
        }

        for (var ten = 0; ten < Tens.Length; ten++)
        {
            below100[Tens[ten]] = (ten + 2) * 10;
            for (var one = 1; one < 10; one++)
            {
                below100[Ones[one] + "und" + Tens[ten]] = ((ten + 2) * 10) + one;
            }
        }

        var all = below100.ToDictionary(p => p.Key, p => (decimal)p.Value);
        for (var hundred = 1; hundred < 10; hundred++)
        {
            foreach (var word in hundred == 1 ? (string[])["hundert", "einhundert"] : [Ones[hundred] + "hundert"])
            {
                all[word] = hundred * 100;
                all[Ones[hundred] + "tausend"] = hundred * 1000;
                foreach (var (rest, value) in below100.Where(p => p.Value > 0))
                {
                    all[word + rest] = (hundred * 100) + value;
                }
            }
        }

        foreach (var (word, value) in Special)
        {
            all[word] = value;
        }

        return all.ToFrozenDictionary();
    }

    [GeneratedRegex(@"\p{L}{3,40}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordRun();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[,.][-–—]{1,2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dashes();
}
