using System.Text.RegularExpressions;

namespace Triage.Models.Intake;

/// <summary>
/// Recognises the line with which mail programs introduce what they quote ("Am … schrieb …:"), in any language by its
/// parts: a date, a time, an address, and a verb of writing; wrapped over up to five lines.
/// </summary>
internal static partial class Attribution
{
    private const int MaxLines = 5;
    private const int MaxLength = 400;

    /// <summary>How many lines from <paramref name="at"/> on are an attribution; 0 when none.</summary>
    public static int Lines(IReadOnlyList<string> lines, int at)
    {
        if (!MayBegin(lines, at))
        {
            return 0;
        }

        var joined = "";
        for (var count = 1; count <= MaxLines && at + count <= lines.Count; count++)
        {
            var line = lines[at + count - 1].Trim();
            if (line.Length == 0 || (count > 1 && IsQuoteOf(line)) || joined.Length + line.Length > MaxLength)
            {
                return 0;
            }

            joined = count == 1 ? line.TrimStart('-', '*', '_', ' ') : $"{joined} {line}";
            if (Is(joined, lines, at, count))
            {
                return count;
            }
        }

        return 0;
    }

    /// <summary>Cheap tests first, because nearly every line of a long mail fails them: a digit after at most five words, or an address.</summary>
    private static bool MayBegin(IReadOnlyList<string> lines, int at)
    {
        var line = lines[at].AsSpan().Trim();
        if (line.Length is <= 5 or > MaxLength)
        {
            return false;
        }

        var digit = line.IndexOfAnyInRange('0', '9');
        return (digit is >= 0 and < 50 && line[..digit].Count(' ') <= 5)
            || line.Contains('@') || (at + 1 < lines.Count && lines[at + 1].Contains('@', StringComparison.Ordinal));
    }

    private static bool Is(string line, IReadOnlyList<string> lines, int at, int count)
    {
        var address = HasAddress(line);
        var date = Date().IsMatch(line);
        var quoteFollows = NextIsQuote(lines, at + count);
        if (!address && !date)
        {
            return false;
        }

        var begins = Opening().IsMatch(line) || DateFirst().IsMatch(line) || NameFirst(line);
        if (EndsInVerb().IsMatch(line) && !FirstPerson().IsMatch(line))
        {
            return NameVerbDate().IsMatch(line) || (begins && (address || Time().IsMatch(line))) || (address && count == 1 && line.EndsWith(':'))
                || (begins && quoteFollows) || (begins && line.EndsWith(':') && StandsAlone(lines, at, count));
        }

        return DateThenAddress(line) || (address && Quoting().IsMatch(line)) || DateThenZone().IsMatch(line)
            || (quoteFollows && date && line.EndsWith(':') && (address || Time().IsMatch(line)) && begins);
    }

    private static bool HasAddress(string line)
    {
        var at = line.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at + 2 < line.Length && line[at - 1] is not (' ' or '<') && line[at + 1] is not (' ' or '>');
    }

    /// <summary>"Erika Muster &lt;erika@…": a name of ordinary characters, then an address.</summary>
    private static bool NameFirst(string line)
    {
        var at = line.IndexOf('@', StringComparison.Ordinal);
        return at is > 1 and < 160 && (char.IsLetterOrDigit(line[0]) || line[0] is '"' or '\'' or '“' or '„')
            && line.AsSpan(0, at).IndexOfAny("<(") is var open && open <= 80
            && line.AsSpan(0, open < 0 ? at : open).IndexOfAny("!?:") < 0 && HasAddress(line);
    }

    /// <summary>"30.09.2017, 18:30, Name &lt;a@b&gt;:" has no verb, but nothing else looks like it.</summary>
    private static bool DateThenAddress(string line)
    {
        var end = line.TrimEnd(':', ' ', '>', ')', ']');
        var open = end.LastIndexOfAny(['<', '(', '[']);
        var address = open < 0 ? "" : end[(open + 1)..].Trim();
        return open is > 0 and < 180 && address.Contains('@', StringComparison.Ordinal) && HasAddress(address)
            && !address.Contains(' ', StringComparison.Ordinal) && FullDateFirst().IsMatch(line);
    }

    private static bool StandsAlone(IReadOnlyList<string> lines, int at, int count) =>
        (at == 0 || string.IsNullOrWhiteSpace(lines[at - 1]))
        && at + count < lines.Count && string.IsNullOrWhiteSpace(lines[at + count]);

    private static bool NextIsQuote(IReadOnlyList<string> lines, int from)
    {
        for (var i = from; i < lines.Count && i < from + 4; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
            {
                return IsQuoteOf(lines[i]);
            }
        }

        return false;
    }

    /// <summary>A wrapped address may begin with "&gt; wrote:", which is no quotation.</summary>
    private static bool IsQuoteOf(string line) => line.TrimStart().StartsWith('>') && !line.TrimStart().StartsWith(">:", StringComparison.Ordinal);
}
