using Triage.Models.Drafting.Translating;

namespace Triage.Service.Approving.Translating;

/// <summary>A translation as it stands in a mail: below the German text, called what it is in both languages.</summary>
internal sealed record OutgoingTranslation(LetterLanguage Language, string Text)
{
    private const string Rule = "\n\n----------\n\n";

    /// <summary>The German text with the translation below it.</summary>
    public string Below(string german) => $"{german.TrimEnd()}{Begin(Language)}{Language.Notice}\n\n{Text.Trim()}\n";

    /// <summary>A mail's text in its two parts; the second is null for a mail without a translation.</summary>
    public static (string German, OutgoingTranslation? Translation) Split(string mail)
    {
        // The last one: the German text may quote an earlier mail.
        var (language, at) = LetterLanguage.All.Select(l => (Language: l, At: mail.LastIndexOf(Begin(l), StringComparison.Ordinal))).MaxBy(l => l.At);
        if (at < 0)
        {
            return (mail, null);
        }

        var rest = mail[(at + Begin(language).Length)..];
        return (mail[..at] + "\n", new OutgoingTranslation(language, rest[(rest.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim()));
    }

    private static string Begin(LetterLanguage language) => $"{Rule}{language.GermanNotice}\n";
}
