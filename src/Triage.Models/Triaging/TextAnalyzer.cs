using System.Globalization;
using System.Text;

namespace Triage.Models.Triaging;

/// <summary>A normalised word and its place in the text it came from, in UTF-16 units.</summary>
internal readonly record struct Word(string Text, int Start, int Length);

/// <summary>
/// Splits a text into words that compare equal however they were typed: lower case, umlauts and ß as ae, oe, ue, ss
/// (so that a transliterated text meets one with umlauts), other accents dropped, composed and decomposed forms alike.
/// Every word keeps its place, so that a reason can be marked in the message.
/// </summary>
internal static class TextAnalyzer
{
    private const int LongestWord = 40;
    private const int LongestNumber = 3;

    public static List<Word> Words(string text)
    {
        var words = new List<Word>(text.Length / 6);
        var word = new StringBuilder();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && Append(text[i], word))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(new Word(Shape(word), start, i - start));
                word.Clear();
                start = -1;
            }
        }

        return words;
    }

    // False where a word ends.
    private static bool Append(char c, StringBuilder word)
    {
        if (c < 0x80)
        {
            return char.IsAsciiLetterOrDigit(c) && Add(word, char.ToLowerInvariant(c));
        }

        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark => AppendMark(c, word),
            UnicodeCategory.Format => word.Length > 0,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => AppendLetter(char.ToLowerInvariant(c), word),
            UnicodeCategory.DecimalDigitNumber => Add(word, (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))),
            _ => false,
        };
    }

    private static bool AppendMark(char c, StringBuilder word)
    {
        if (c == '\u0308' && word.Length > 0 && word[^1] is ('a' or 'o' or 'u'))
        {
            word.Append('e');
        }

        return word.Length > 0;
    }

    private static bool AppendLetter(char c, StringBuilder word)
    {
        word.Append(c switch
        {
            'ä' or 'æ' => "ae",
            'ö' or 'œ' => "oe",
            'ü' => "ue",
            'ß' => "ss",
            'ı' => "i",
            'ł' => "l",
            'ø' => "o",
            'đ' => "d",
            < '\u0250' => c.ToString().Normalize(NormalizationForm.FormD)[..1],
            _ => c.ToString(),
        });
        return true;
    }

    private static bool Add(StringBuilder word, char c)
    {
        word.Append(c);
        return true;
    }

    // A long number says that there is one, never which: file numbers must not become features.
    private static string Shape(StringBuilder word)
    {
        var text = word.Length > LongestWord ? word.ToString(0, LongestWord) : word.ToString();
        return text.Length > LongestNumber && text.All(char.IsAsciiDigit) ? new string('#', Math.Min(text.Length, 8)) : text;
    }
}
