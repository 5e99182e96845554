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
            return (begins && (address || Time().IsMatch(line))) || (address && count == 1 && line.EndsWith(':'))
                || (begins && quoteFollows) || (begins && line.EndsWith(':') && StandsAlone(lines, at, count));
        }

        return DateThenAddress(line) || DateThenZone().IsMatch(line)
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

    [GeneratedRegex(@"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}(\.|th|st|nd|rd|er)?\s+(de\s+)?\p{L}{3,12}\.?,?\s+(de\s+)?\d{4}\b|\b\p{L}{3,12}\.?\s+\d{1,2}(th|st|nd|rd)?,?\s+\d{4}\b|\d{4}\s?[年년]|\b\p{L}{2,9}\.?,\s*\p{L}{3,10}\.?\s+\d{1,2}\b|\b\d{1,2}\.?\s+thg\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b\d{1,2}\s?[:.hH]\s?\d{2}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Time();

    // After the opening word come at most four words before the first digit: "Am Donnerstag, den 5. Februar".
    [GeneratedRegex(@"^(on|at|am|le|el|em|il|op|w dniu|dnia|dne|dňa|den|dnya|ngày|vào|pada|på|la data de|data de|în data de|στις|la|tarihinde|na|dana|dne|pe|a|в|on the|kl|在|於|于)\s*[,:]?\s*([\p{L}.'’]+[\s,.]+){0,4}\(?\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(\p{L}{2,12}\.?,?\s+)?\(?\d{1,4}([./-]|\s?[年년]|\.?\s+\p{L}{3,})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateFirst();

    [GeneratedRegex(@"(\bwrote|\bwrites|\bsaid|\bschrieb(en)?|\bgeschrieben|\bschreef|\bgeschreven|a écrit|\bécrit|\bescribió|\bescreveu|\bha scritto|\bnapisał|\bpisze|\bnapsal|\bnapísal|написал|\bпишет|написав|\bпише|\bнаписа|\byazd[ıi]|\byazmış|\bskrev|\bkirjoitti|\bírta|\ba scris|\bje napisa|\bје написа|έγραψε|写道|寫道|작성|のメール|書きました|đã viết|كتب|כתב|va escriure|\brašė|\brakstīja|\bkirjutas|\bshkroi)\b?.{0,160}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInVerb();

    [GeneratedRegex(@"\b([Ii]ch|mir|mich|[Uu]ns|[Ww]ir|I|me|us|[Ww]e)\b(?![@.'’])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} (GMT|UTC)[+-]\d{1,2}(:\d{2})?\b.{0,80}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateThenZone();

    [GeneratedRegex(@"^(\p{L}{2,12}\.?,?\s+)?\d{1,4}([./-]\d{1,2}[./-]\d{1,4}|\.?\s+\p{L}{3,12}\.?,?\s+\d{4})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullDateFirst();
}
