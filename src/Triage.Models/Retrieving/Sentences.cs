using System.Collections.Frozen;

namespace Triage.Models.Retrieving;

/// <summary>Ends of German sentences; "§ 3 Abs. 2", "z. B.", "am 1. März" and "Dr. Meier" do not end one.</summary>
internal static class Sentences
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "abs", "abschn", "allg", "anl", "art", "az", "bes", "betr", "bzgl", "bzw", "ca", "dgl", "dr", "ehem", "einschl", "etc", "evtl",
        "ff", "fr", "geb", "gem", "ggf", "hausnr", "hr", "inkl", "insb", "insbes", "kfz", "lfd", "lt", "max", "mind", "min", "mio", "mrd",
        "mtl", "nr", "nrn", "od", "prof", "rd", "s", "sog", "st", "std", "str", "tel", "u", "ua", "usw", "v", "vgl", "vorm", "z", "zb", "zzgl",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The ranges of the sentences within a range of the text, in order, without the white space around them.</summary>
    public static IEnumerable<(int Start, int End)> Find(string text, int start, int end)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (!Ends(text, from, i, end))
            {
                continue;
            }

            var to = i + 1;
            while (to < end && text[to] is '.' or '!' or '?' or '؟' or '"' or '“' or '”' or '«' or '»' or ')' or '*' or '_')
            {
                to++;
            }

            if (Trim(text, from, to) is { } sentence)
            {
                yield return sentence;
            }

            from = to;
            i = to - 1;
        }

        if (Trim(text, from, end) is { } rest)
        {
            yield return rest;
        }
    }

    private static bool Ends(string text, int from, int at, int end)
    {
        if (text[at] == '\n')
        {
            return at + 1 < end && (text[at + 1] == '\n' || StartsItem(text, at + 1, end));
        }

        if (text[at] is '!' or '?' or '؟')
        {
            return true;
        }

        return text[at] == '.' && (at + 1 >= end || !char.IsLetterOrDigit(text[at + 1])) && !IsAbbreviation(text, from, at, end);
    }

    private static bool StartsItem(string text, int at, int end) =>
        at + 1 < end && text[at] is '-' or '*' or '•' && text[at + 1] == ' ';

    private static bool IsAbbreviation(string text, int from, int at, int end)
    {
        var next = at + 1;
        while (next < end && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next < end && char.IsLower(text[next]))
        {
            return true;
        }

        var word = at;
        while (word > from && char.IsLetterOrDigit(text[word - 1]))
        {
            word--;
        }

        var before = text.AsSpan(word, at - word);
        return before.Length == 1 && char.IsLetter(before[0])
            || IsOrdinal(before)
            || Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before);
    }

    // "1. März", "§ 4 Nr. 12. Buchstabe": a number of up to two digits before a full stop rarely ends a sentence; a year does.
    private static bool IsOrdinal(ReadOnlySpan<char> word) => word.Length is 1 or 2 && !word.ContainsAnyExceptInRange('0', '9');

    private static (int Start, int End)? Trim(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        return from < to ? (from, to) : null;
    }
}
