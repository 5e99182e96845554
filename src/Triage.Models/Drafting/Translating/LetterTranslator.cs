using System.Globalization;
using Triage.Models.Drafting.LanguageModels;
using Triage.Models.Drafting.Pseudonymizing;

namespace Triage.Models.Drafting.Translating;

/// <summary>A letter to translate.</summary>
/// <param name="Letter">German plain text as the citizen reads it.</param>
/// <param name="Inquiry">What it answers: names in it are masked in the letter too.</param>
/// <param name="Citizen">The sender's name; null when unknown.</param>
public sealed record TranslationRequest(string Letter, string Inquiry, string? Citizen);

/// <summary>A translation, or why there is none.</summary>
/// <param name="Text">Null: refused.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Use">What was asked of the model.</param>
public sealed record TranslationResult(string? Text, string? Reason, ModelUse Use);

/// <summary>
/// Lets a language model translate a letter. Personal data is masked; a translation whose numbers, dates, times, addresses or
/// placeholders are not those of the German text, line by line and sentence by sentence, is refused, and one that gives a number
/// another unit, or weekdays other hours. What else is said about them, and their order within a sentence, is not checked.
/// </summary>
public sealed class LetterTranslator(LanguageModel model)
{
    /// <summary>Recorded with every translation.</summary>
    public const string PromptVersion = "translate.v2";

    private const string Between = "\n\n";

    // Tokens of the JSON around the letter.
    private const int Shape = 200;

    public string Model => model.Options.Model;

    public async Task<TranslationResult> TranslateAsync(TranslationRequest request, LetterLanguage language, CancellationToken cancellation)
    {
        var pseudonyms = new Pseudonyms();
        if (LetterMask.Mask(request.Letter.ReplaceLineEndings("\n"), KnownPeople.Of(request.Citizen, request.Inquiry), pseudonyms) is not { } letter)
        {
            return new TranslationResult(null, ModelFailure.Unread, ModelUse.None(PromptVersion, Model));
        }

        // Prepared after masking: a name stays as it is written, number word or not.
        var masked = PreparedLetter.Paragraphs(letter);
        var prompt = Prompt.Of(
            PromptVersion, TranslationReader.Schema,
            ("language", $"das {language.German} ({language.Code})"),
            ("count", masked.Count.ToString(CultureInfo.InvariantCulture)),
            ("letter", Prompt.Data(string.Join(Between, masked)))) with { LongestAnswer = letter.Length + Shape };
        var outcome = await model.AskAsync(
            prompt, (answer, _) => Task.FromResult(TranslationReader.Read(answer, masked, language, pseudonyms)), progress: null, cancellation);
        return new TranslationResult(outcome.Value, outcome.Reason, outcome.Use);
    }
}
