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
/// placeholders are not those of the German text, paragraph by paragraph, is refused.
/// </summary>
public sealed class LetterTranslator(LanguageModel model)
{
    /// <summary>Recorded with every translation.</summary>
    public const string PromptVersion = "translate.v1";

    private const string Between = "\n\n";

    public string Model => model.Options.Model;

    public async Task<TranslationResult> TranslateAsync(TranslationRequest request, LetterLanguage language, CancellationToken cancellation)
    {
        var pseudonyms = new Pseudonyms();
        var masked = LetterMask.Mask(string.Join(Between, PreparedLetter.Paragraphs(request.Letter)), request.Inquiry, request.Citizen, pseudonyms).Split(Between);
        var prompt = Prompt.Of(
            PromptVersion, TranslationReader.Schema,
            ("language", $"das {language.German} ({language.Code})"),
            ("count", masked.Length.ToString(CultureInfo.InvariantCulture)),
            ("letter", Prompt.Data(string.Join(Between, masked))));
        var outcome = await model.AskAsync(
            prompt, (answer, _) => Task.FromResult(TranslationReader.Read(answer, masked, language, pseudonyms)), progress: null, cancellation);
        return new TranslationResult(outcome.Value, outcome.Reason, outcome.Use);
    }
}
