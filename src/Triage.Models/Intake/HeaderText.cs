using System.Globalization;
using System.Text;

namespace Triage.Models.Intake;

/// <summary>Makes text from a mail safe to stand in a header, on a page's line, or in a file list.</summary>
public static class HeaderText
{
    /// <summary>
    /// One line of at most <paramref name="maxLength"/> UTF-16 units: line breaks, control characters and the invisible
    /// marks that turn the writing direction become spaces, runs of spaces one; half surrogates become U+FFFD.
    /// </summary>
    public static string Clean(string? text, int maxLength = 500)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            var blank = IsBlank(rune);
            if (blank && (clean.Length == 0 || clean[^1] == ' '))
            {
                continue;
            }

            if (clean.Length + rune.Utf16SequenceLength > maxLength)
            {
                break;
            }

            clean.Append(blank ? " " : rune.ToString());
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>
    /// The last part of a file name, for display only: without folders, quotes or control characters, never empty.
    /// </summary>
    public static string FileName(string? name, string fallback)
    {
        var line = Clean(name, 1000);
        var cut = line.LastIndexOfAny(['/', '\\', ':']);
        line = new string([.. line[(cut + 1)..].Where(c => c is not ('"' or '<' or '>' or '|' or '*' or '?'))]).Trim(' ', '.');
        return line.Length == 0 ? fallback : Limit(line);
    }

    private static string Limit(string name)
    {
        const int max = 120;
        if (name.Length <= max)
        {
            return name;
        }

        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 12 ? name[dot..] : "";
        return Clean(name, max - extension.Length) + extension;
    }

    private static bool IsBlank(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator
        || rune.Value is 0x061C or 0x200B or 0x200E or 0x200F or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2069);
}
