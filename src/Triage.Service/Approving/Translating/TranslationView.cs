using Triage.Service.Drafting;
using Triage.Models.Drafting.Translating;

namespace Triage.Service.Approving.Translating;

/// <summary>The translation in a frozen mail, or in words why it has none.</summary>
/// <param name="Language">Into which.</param>
/// <param name="Text">As it goes out; null: the mail goes without.</param>
/// <param name="Why">Why it goes without; null with a text.</param>
public sealed record TranslationView(LetterLanguage Language, string? Text, string? Why)
{
    internal static TranslationView Of(LetterLanguage language, string? text, StoredTranslation? known) => new(
        language, text, text is not null ? null : known switch
        {
            { State: TranslationState.LeftOut } => "Die Übersetzung wurde weggelassen.",
            { State: TranslationState.Refused, Reason: { } reason } => $"Die Übersetzung ist nicht gelungen. {RefusalWords.Of(reason)}",
            _ => "Zu diesem Text gibt es noch keine Übersetzung.",
        });
}
