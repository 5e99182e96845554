using System.Globalization;
using System.Text.RegularExpressions;

namespace Triage.Models.Tests.Drafting.Grounding;

/// <summary>
/// Changes facts of a letter one at a time. Knows nothing of the finder under test: it has its own, simpler idea of what an
/// amount or a date looks like, so that a kind the finder cannot see shows as a mutation that was missed.
/// </summary>
internal static partial class Mutations
{
    private static readonly string[] Weekdays = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
    private static readonly string[] NumberWords = ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
    private static readonly string[] Offices = ["Bürgerbüro", "Steueramt", "Ordnungsamt", "Standesamt", "Betriebshof", "Wertstoffhof", "Bundesamt für Justiz", "Landkreis Musterkreis"];
    private static readonly string[] Forms = ["Wohnungsgeberbestätigung", "Meldebescheinigung", "Geburtsurkunde", "Führungszeugnis", "Verdienstbescheinigung", "Personalausweis", "Reisepass", "Vollmacht", "Mietvertrag"];

    /// <summary>Every single change of a fact that changes its meaning.</summary>
    public static IEnumerable<Mutation> Facts(string letter) =>
    [
        .. Each(letter, "amount", Amount(), m => Shift(m, 7)),
        .. Each(letter, "percentage", Percentage(), m => Shift(m, 15)),
        .. Each(letter, "duration", Duration(), m => Shift(m, 3)),
        .. Each(letter, "date", Date(), m => Shift(m, 2, 28)),
        .. Each(letter, "time", Time(), m => Shift(m, 1, 23)),
        .. Each(letter, "phone", Phone(), m => LastDigit(m.Value)),
        .. Each(letter, "email", Email(), m => "info." + m.Value),
        .. Each(letter, "url", Url(), m => m.Value + "-neu"),
        .. Each(letter, "address", Street(), m => Shift(m, 4)),
        .. Each(letter, "paragraph", Paragraph(), m => Shift(m, 5)),
        .. Each(letter, "word", Word(), m => NumberWords[(Array.IndexOf(NumberWords, m.Value) + 3) % NumberWords.Length]),
        .. Each(letter, "weekday", Weekday(), m => Weekdays[(Array.IndexOf(Weekdays, m.Value) + 3) % 7]),
        .. Names(letter, "office", Offices),
        .. Names(letter, "form", Forms),
    ];

    /// <summary>Two values of one kind that trade places.</summary>
    public static IEnumerable<Mutation> Swaps(string letter) =>
        ((Regex[])[Amount(), Duration(), Time(), Date()]).SelectMany(pattern => Swaps(letter, pattern));

    /// <summary>A sentence put between two paragraphs of the letter.</summary>
    public static Mutation Invent(string letter, string sentence)
    {
        var at = letter.LastIndexOf("\n\n", StringComparison.Ordinal);
        return Mutation.Replace("sentence", letter, at, 0, "\n\n" + sentence);
    }

    private static IEnumerable<Mutation> Swaps(string letter, Regex pattern)
    {
        var places = pattern.Matches(letter).Select(m => m.Groups["n"]).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            var other = places.Skip(i + 1).FirstOrDefault(p => Value(p.Value) != Value(places[i].Value));
            if (other is null)
            {
                continue;
            }

            var late = Mutation.Replace("swap", letter, other.Index, other.Length, places[i].Value).Text;
            yield return Mutation.Replace("swap", late, places[i].Index, places[i].Length, other.Value) with
            {
                Length = other.Index + places[i].Length - places[i].Index + other.Length - places[i].Length,
            };
        }
    }

    private static double Value(string number) => double.Parse(number.Replace(',', '.'), CultureInfo.InvariantCulture);

    private static IEnumerable<Mutation> Each(string letter, string kind, Regex pattern, Func<Match, string> change) =>
        pattern.Matches(letter).Select(m => Mutation.Replace(kind, letter, m.Index, m.Length, change(m))).Where(m => m.Now != m.Was);

    private static IEnumerable<Mutation> Names(string letter, string kind, string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var at = letter.IndexOf(names[i], StringComparison.Ordinal);
            if (at >= 0 && (at + names[i].Length == letter.Length || !char.IsLetter(letter[at + names[i].Length])))
            {
                yield return Mutation.Replace(kind, letter, at, names[i].Length, kind == "office" ? "Gesundheitsamt" : "Steuerbescheinigung");
            }
        }
    }

    private static string Shift(Match match, int by, int modulo = 1_000_000)
    {
        var number = match.Groups["n"];
        var digits = number.Value.Split(',');
        var shifted = (int.Parse(digits[0], CultureInfo.InvariantCulture) + by) % modulo;
        var next = shifted.ToString(CultureInfo.InvariantCulture).PadLeft(digits[0].Length, '0') + (digits.Length > 1 ? "," + digits[1] : string.Empty);
        return match.Value.Remove(number.Index - match.Index, number.Length).Insert(number.Index - match.Index, next);
    }

    private static string LastDigit(string phone)
    {
        var at = phone.Length - 1;
        return phone.Remove(at, 1).Insert(at, ((phone[at] - '0' + 3) % 10).ToString(CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(?<![\d.])(?<n>\d+(?:,\d\d)?) ?(?:Euro|€|EUR)", RegexOptions.None, 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<n>\d+) ?(?:%|Prozent)", RegexOptions.None, 1000)]
    private static partial Regex Percentage();

    [GeneratedRegex(@"(?<![\d.,])(?<n>\d+) (?:Tage|Wochen|Werktage|Monate|Jahre)", RegexOptions.None, 1000)]
    private static partial Regex Duration();

    [GeneratedRegex(@"(?<n>\d{1,2})\. ?(?:\d\d\.|Januar|Februar|März|April|Mai|Juni|August|September)", RegexOptions.None, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<![\d.,:])(?<n>\d{1,2})(?::00)?(?: (?:bis|–) \d{1,2}(?::00)?|–\d{1,2})? Uhr", RegexOptions.None, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"\(?0\d{4}\)?[ /]\d[\d -]+\d", RegexOptions.None, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"[a-z]+@[a-z.]+[a-z]", RegexOptions.None, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"www\.[a-z./-]+[a-z]", RegexOptions.None, 1000)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?:[Ss]traße|[Ss]tr\.|platz) (?<n>\d+)", RegexOptions.None, 1000)]
    private static partial Regex Street();

    [GeneratedRegex(@"§ (?<n>\d+)", RegexOptions.None, 1000)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b(?= (?:\p{Ll}+ )?\p{Lu})", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)\b", RegexOptions.None, 1000)]
    private static partial Regex Weekday();
}
