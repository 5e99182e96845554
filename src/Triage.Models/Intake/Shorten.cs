using System.Globalization;

namespace Triage.Models.Intake;

/// <summary>A text within a length, and how many UTF-16 units were left out.</summary>
public sealed record Shortened(string Text, int Removed);

/// <summary>
/// Cuts a long text where it does least harm: people say what they want at the beginning and what they ask for at the
/// end, so the middle goes, at a paragraph's or sentence's end, and the text says so.
/// </summary>
public static class Shorten
{
    /// <summary>The text itself when it fits; otherwise at most <paramref name="maxLength"/> units (at least 200).</summary>
    public static Shortened To(string text, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 200);
        if (text.Length <= maxLength)
        {
            return new(text, 0);
        }

        const int notice = 60;
        var room = maxLength - notice;
        var head = End(text, room * 2 / 3);
        var tail = Start(text, text.Length - (room - head));
        var removed = tail - head;
        var said = string.Create(CultureInfo.InvariantCulture, $"\n\n[… {removed} Zeichen gekürzt …]\n\n");
        return new(text[..head].TrimEnd() + said + text[tail..].TrimStart(), removed);
    }

    /// <summary>The last good place to stop in the last tenth before <paramref name="at"/>.</summary>
    private static int End(string text, int at)
    {
        var from = at - (at / 10);
        var span = text.AsSpan(from, at - from);
        foreach (var mark in (string[])["\n\n", "\n", ". ", " "])
        {
            var found = span.LastIndexOf(mark, StringComparison.Ordinal);
            if (found >= 0)
            {
                return from + found + mark.TrimEnd().Length;
            }
        }

        return char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
    }

    /// <summary>The first good place to go on in the tenth of the rest after <paramref name="at"/>.</summary>
    private static int Start(string text, int at)
    {
        var span = text.AsSpan(at, (text.Length - at) / 10);
        foreach (var mark in (string[])["\n\n", "\n", ". ", " "])
        {
            var found = span.IndexOf(mark, StringComparison.Ordinal);
            if (found >= 0)
            {
                return at + found + mark.Length;
            }
        }

        return at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }
}
