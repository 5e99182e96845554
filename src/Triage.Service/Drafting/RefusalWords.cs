using Triage.Models.Drafting.LanguageModels;

namespace Triage.Service.Drafting;

/// <summary>Why a language model's answer was not used, as a clerk reads it.</summary>
internal static class RefusalWords
{
    private static readonly (string Begins, string Words)[] Known =
    [
        (ModelFailure.Late, "Das Sprachmodell hat nicht rechtzeitig geantwortet."),
        (ModelFailure.LeftAlone, "Das Sprachmodell ist gerade nicht erreichbar."),
        (ModelFailure.Endpoint, "Das Sprachmodell ist gerade nicht erreichbar."),
        (ModelFailure.Unreachable, "Das Sprachmodell ist gerade nicht erreichbar."),
        (ModelFailure.OtherFacts, "Zahlen, Daten oder Adressen stimmten nicht mit dem deutschen Text überein."),
        (ModelFailure.Unread, "Der Text ging nicht an das Sprachmodell: Persönliche Angaben ließen sich darin nicht sicher finden."),
        (ModelFailure.LeftOut, "In der einfachen Fassung fehlte eine Zahl, ein Datum oder eine Adresse."),
    ];

    public static string Of(string reason) =>
        Known.FirstOrDefault(k => reason.StartsWith(k.Begins, StringComparison.Ordinal)).Words ?? "Die Antwort des Sprachmodells war nicht brauchbar.";
}
