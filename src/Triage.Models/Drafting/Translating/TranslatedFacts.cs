using System.Globalization;
using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Drafting.Translating;

/// <summary>A fact in its one form, and its place in UTF-16 units of the line.</summary>
internal readonly record struct TextFact(string Value, int Start, int End)
{
    public bool IsDay => Value.StartsWith("day", StringComparison.Ordinal);
}

/// <summary>A line with its facts in order.</summary>
internal sealed record FactLine(string Text)
{
    public IReadOnlyList<TextFact> Facts { get; } = TranslatedFacts.Find(Text);

    /// <summary>The unit of each fact; null where none was recognised.</summary>
    public IReadOnlyList<FactUnit?> Units => [.. Facts.Select(f => FactUnits.Of(Text, f))];
}

/// <summary>
/// What must be equal in a text and its translation, in one form: placeholders, mail and web addresses,
/// numbers of every kind, weekdays. Numbers equal when their digits do: 46,00 = 46.00 = ٤٦, 8.30 = 8:30, 1.234 = 1,234.
/// </summary>
internal static partial class TranslatedFacts
{
    /// <summary>
    /// Whether each line of the translation has the facts of its German line, with their units and where they belong, no more and
    /// no fewer lines.
    /// </summary>
    public static bool AreEqual(string german, string translated)
    {
        var (lines, others) = (german.Split('\n'), translated.Split('\n'));
        return lines.Length == others.Length && lines.Zip(others).All(p => Same(new FactLine(p.First), new FactLine(p.Second)))
            && HalfOfDay().Count(translated) <= HalfOfDay().Count(german);
    }

    /// <summary>The facts' values, in no order of the text.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Find(text).Select(f => f.Value).Order(StringComparer.Ordinal)];

    /// <summary>The facts in their order.</summary>
    public static IReadOnlyList<TextFact> Find(string text)
    {
        var plain = Placeholder().Replace(text, m => new string(' ', m.Length));
        var list = new StatementList(plain);
        ContactFinder.Find(list);
        var addresses = list.Ordered();
        foreach (var address in addresses)
        {
            plain = plain.Remove(address.Start, address.Text.Length).Insert(address.Start, new string(' ', address.Text.Length));
        }

        var digits = string.Concat(plain.Select(Western));
        return [.. Placeholder().Matches(text).Select(m => new TextFact(m.Value, m.Index, m.Index + m.Length))
            .Concat(addresses.Select(a => new TextFact(a.Value, a.Start, a.Start + a.Text.Length)))
            .Concat(Number().Matches(digits).Select(m => new TextFact(Plain(m.Value), m.Index, m.Index + m.Length)))
            .Concat(Weekdays.Find(plain))
            .OrderBy(f => f.Start)];
    }

    private static bool Same(FactLine german, FactLine other) =>
        german.Facts.Select(f => f.Value).Order(StringComparer.Ordinal).SequenceEqual(other.Facts.Select(f => f.Value).Order(StringComparer.Ordinal), StringComparer.Ordinal)
        && FactUnits.Agree(german, other) && FactOrder.Agrees(german, other);

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
