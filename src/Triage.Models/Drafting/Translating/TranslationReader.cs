using System.Text.RegularExpressions;
using Triage.Models.Drafting.LanguageModels;
using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Translating;

/// <summary>Reads a translation, or refuses it.</summary>
internal static partial class TranslationReader
{
    /// <summary>JSON schema of the answer.</summary>
    public const string Schema = """
        {"type":"object","additionalProperties":false,"required":["paragraphs"],"properties":{"paragraphs":{"type":"array","items":{"type":"string"}}}}
        """;

    private const int FewestSmallWords = 4;

    /// <param name="json">The model's answer.</param>
    /// <param name="german">What was translated, masked, by paragraphs.</param>
    /// <param name="language">Into what.</param>
    /// <param name="pseudonyms">Puts personal data back.</param>
    /// <exception cref="UnusableReplyException">It leaves out, adds or changes a fact, or is in another language.</exception>
    public static string Read(string json, IReadOnlyList<string> german, LetterLanguage language, Pseudonyms pseudonyms)
    {
        var paragraphs = ModelJson.Read<Answer>(json).Paragraphs;
        if (paragraphs.Count != german.Count || paragraphs.Any(string.IsNullOrWhiteSpace))
        {
            throw new UnusableReplyException($"The translation has {paragraphs.Count} paragraphs instead of {german.Count}.");
        }

        for (var i = 0; i < german.Count; i++)
        {
            if (!TranslatedFacts.AreEqual(german[i], paragraphs[i].Trim()))
            {
                throw new UnusableReplyException($"{ModelFailure.OtherFacts}(paragraph {i + 1}).");
            }
        }

        var whole = string.Join("\n\n", paragraphs.Select(p => p.Trim()));
        if (IsAnother(whole, language) || german.Zip(paragraphs).Any(p => StaysGerman(p.First, p.Second)))
        {
            throw new UnusableReplyException("The translation is in another language than was asked for.");
        }

        var restored = pseudonyms.Restore(whole);
        return language.RightToLeft ? LeftToRight().Replace(restored, "\u2066$0\u2069") : restored;
    }

    private static bool IsAnother(string text, LetterLanguage language) =>
        MessageLanguage.Of(text, TextAnalyzer.Words(text)) is var found && (found.Foreign || (found.Code != language.Code && found.Code != MessageLanguage.Unknown));

    // Contacts and opening hours may stay as they are; they have few small words.
    private static bool StaysGerman(string german, string translated) =>
        SmallWord().Count(german) >= FewestSmallWords && string.Concat(german.Where(char.IsLetter)) == string.Concat(translated.Where(char.IsLetter));

    private sealed record Answer(IReadOnlyList<string> Paragraphs);

    [GeneratedRegex(@"(?<![\p{L}\d])\p{Ll}{2,}(?![\p{L}\d])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SmallWord();

    // Isolated (Unicode bidirectional algorithm, 2.4): without it "05999 910-100" reads "910-100 05999" among Arabic words.
    [GeneratedRegex(@"(?=[+(]*[\dA-Za-zÀ-ɏ])[\dA-Za-zÀ-ɏ+(](?:[\dA-Za-zÀ-ɏ .,:/@+()_?=&%#–-]*[\dA-Za-zÀ-ɏ)%/])?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeftToRight();
}
