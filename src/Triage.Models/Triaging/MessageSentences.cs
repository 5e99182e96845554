namespace Triage.Models.Triaging;

/// <summary>Part of a text, in UTF-16 units.</summary>
internal readonly record struct Span(int Start, int Length);

/// <summary>Cuts a message into sentences: at . ! ? … followed by white space, and at line breaks; abbreviations and ordinals stay.</summary>
internal static class MessageSentences
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "z", "b", "d", "h", "u", "a", "o", "ä", "nr", "hausnr", "str", "tel", "ca", "bzw", "usw", "evtl", "ggf", "inkl", "max", "min",
        "dr", "prof", "hr", "fr", "st", "abs", "art", "geb", "vgl", "bspw", "sog", "mind", "zzgl", "mwst", "ing", "dipl",
    };

    public static List<Span> Split(string text)
    {
        var spans = new List<Span>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Ends(text, i))
            {
                Add(spans, text, start, i + 1);
                start = i + 1;
            }
        }

        Add(spans, text, start, text.Length);
        return spans;
    }

    private static bool Ends(string text, int i) => text[i] switch
    {
        '\n' => true,
        '!' or '?' or '…' or '؟' => Breaks(text, i),
        '.' => Breaks(text, i) && !Abbreviated(text, i),
        _ => false,
    };

    private static bool Breaks(string text, int i) => i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]);

    private static bool Abbreviated(string text, int dot)
    {
        var start = dot;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        var word = text[start..dot];
        return word.Length == 0 || Abbreviations.Contains(word) || word.Length <= 2 && word.All(char.IsAsciiDigit);
    }

    private static void Add(List<Span> spans, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            spans.Add(new Span(start, end - start));
        }
    }
}
