namespace Triage.Service.Web;

internal static class LanguageName
{
    /// <summary>The German name of a language by its two-letter code; the code itself when it is none of ours.</summary>
    public static string Of(string code) => code switch
    {
        "de" => "Deutsch",
        "en" => "Englisch",
        "tr" => "Türkisch",
        "uk" => "Ukrainisch",
        "ru" => "Russisch",
        "ar" => "Arabisch",
        "pl" => "Polnisch",
        "fr" => "Französisch",
        "fa" => "Farsi",
        "unknown" => "nicht erkannt",
        _ => code,
    };
}
