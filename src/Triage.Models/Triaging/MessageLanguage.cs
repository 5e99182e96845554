using System.Globalization;
using Lingua;

namespace Triage.Models.Triaging;

/// <summary>The language of a message: its code, or <see cref="Unknown"/>; <see cref="Foreign"/>: surely none that the router knows.</summary>
internal readonly record struct MessageLanguage(string Code, bool Foreign)
{
    public const string Unknown = "unknown";
    private const int FewWords = 4;
    private const double SureOfFewWords = 0.7;
    private const double Sure = 0.4;

    private static readonly Dictionary<Language, string> Known = new()
    {
        [Language.German] = "de", [Language.English] = "en", [Language.Turkish] = "tr", [Language.Ukrainian] = "uk", [Language.Russian] = "ru",
        [Language.Arabic] = "ar", [Language.Polish] = "pl", [Language.French] = "fr", [Language.Persian] = "fa",
    };

    // 0.3 GB and 1.7 s: only when a message needs it. Detection itself is safe from several threads.
    private static readonly Lazy<LanguageDetector> Detector = new(() => LanguageDetectorBuilder.FromLanguages([.. Known.Keys]).Build());

    /// <summary>Written like German: not in Cyrillic or Arabic script.</summary>
    public bool Latin => Code is not ("uk" or "ru" or "ar" or "fa");

    public static MessageLanguage Of(string text, List<Word> words)
    {
        if (OtherScript(text))
        {
            return new MessageLanguage(Unknown, Foreign: true);
        }

        switch (FunctionWords.Judge(words))
        {
            case FunctionWords.Verdict.German:
                return new MessageLanguage("de", Foreign: false);
            case FunctionWords.Verdict.Foreign:
                return new MessageLanguage(Unknown, Foreign: true);
        }

        var best = Detector.Value.ComputeLanguageConfidenceValues(text).OrderByDescending(v => v.Value).FirstOrDefault();
        var least = words.Count < FewWords ? SureOfFewWords : Sure;
        return new MessageLanguage(best.Value >= least && Known.TryGetValue(best.Key, out var code) ? code : Unknown, Foreign: false);
    }

    // Most letters neither Latin nor Cyrillic nor Arabic.
    private static bool OtherScript(string text)
    {
        int letters = 0, other = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter)
            {
                letters++;
                other += rune.Value is < 0x250 or (>= 0x400 and < 0x530) or (>= 0x600 and < 0x780) or (>= 0x1E00 and < 0x1F00)
                    or (>= 0xFB50 and < 0xFE00) or (>= 0xFE70 and < 0xFF00) ? 0 : 1;
            }
        }

        return letters > 0 && other * 2 > letters;
    }
}
