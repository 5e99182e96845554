using System.Globalization;
using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Drafting.Translating;

/// <summary>
/// What must be equal in a text and its translation, in one form: placeholders, mail and web addresses,
/// numbers of every kind, weekdays. Numbers equal when their digits do: 46,00 = 46.00 = ٤٦, 8.30 = 8:30, 1.234 = 1,234.
/// </summary>
internal static partial class TranslatedFacts
{
    /// <summary>Whether each line of the translation has the facts of its German line, no more and no fewer lines.</summary>
    public static bool AreEqual(string german, string translated)
    {
        var (lines, others) = (german.Split('\n'), translated.Split('\n'));
        return lines.Length == others.Length && lines.Zip(others).All(p => Of(p.First).SequenceEqual(Of(p.Second)))
            && HalfOfDay().Count(translated) <= HalfOfDay().Count(german);
    }

    public static IReadOnlyList<string> Of(string text)
    {
        var plain = Placeholder().Replace(text, " ");
        var list = new StatementList(plain);
        ContactFinder.Find(list);
        var addresses = list.Ordered();
        foreach (var address in addresses)
        {
            plain = plain.Remove(address.Start, address.Text.Length).Insert(address.Start, new string(' ', address.Text.Length));
        }

        var digits = string.Concat(plain.Select(Western));
        return [.. Placeholder().Matches(text).Select(m => m.Value)
            .Concat(addresses.Select(a => a.Value))
            .Concat(Number().Matches(digits).Select(m => Plain(m.Value)))
            .Concat(Weekdays.Find(plain))
            .Order(StringComparer.Ordinal)];
    }

    private static char Western(char c) => char.IsDigit(c) && !char.IsAsciiDigit(c)
        ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))
        : c is '٫' ? '.' : c is '٬' ? ',' : c;

    // "1.234,50" is 1234.50, "08:00" and "8.00" are 8, "03.11.2026" is 3.11.2026; but "0,125" is not 125, nor "1,05" 1.5.
    private static string Plain(string number)
    {
        var parts = new List<string>();
        foreach (var part in number.Split('.', ',', ':'))
        {
            if (parts is [not "0"] && part.Length == 3)
            {
                parts[^1] += part;
                continue;
            }

            parts.Add(part);
        }

        if (parts is [_, "00"])
        {
            parts.RemoveAt(1);
        }

        var isDate = parts.Count == 3;
        return string.Join('.', parts.Select((p, i) => p.Length == 2 && p[0] == '0' && (i == 0 || isDate) ? p[1..] : p));
    }

    [GeneratedRegex(@"\[[A-Z]+(?:_[A-Z]+)?_\d+\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();

    // "8 p.m." has the digits of "8 Uhr", but is twelve hours later.
    [GeneratedRegex(@"\d\s?[ap]\.?\s?m\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex HalfOfDay();

    [GeneratedRegex(@"\d+(?:[.,:]\d+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
