namespace Triage.Models.Drafting.Translating;

/// <summary>A language into which answers are translated.</summary>
/// <param name="Code">Two letters.</param>
/// <param name="German">Its name, as in "ins Englische".</param>
/// <param name="Notice">In the language itself: that a machine translated, and that the German text counts.</param>
/// <param name="RightToLeft">Its script runs from right to left.</param>
public sealed record LetterLanguage(string Code, string German, string Notice, bool RightToLeft = false)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<LetterLanguage> All { get; } =
    [
        new("en", "Englische", "Machine translation into English. Only the German text is binding."),
        new("tr", "Türkische", "Makine çevirisi (Türkçe). Yalnızca Almanca metin geçerlidir."),
        new("uk", "Ukrainische", "Машинний переклад українською мовою. Чинним є лише німецький текст."),
        new("ru", "Russische", "Машинный перевод на русский язык. Действителен только немецкий текст."),
        new("ar", "Arabische", "ترجمة آلية إلى العربية. النص الألماني وحده هو الملزم.", RightToLeft: true),
        new("pl", "Polnische", "Tłumaczenie maszynowe na język polski. Wiążący jest tylko tekst niemiecki."),
        new("fr", "Französische", "Traduction automatique en français. Seul le texte allemand fait foi."),
        new("fa", "Persische", "ترجمهٔ ماشینی به فارسی. فقط متن آلمانی معتبر است.", RightToLeft: true),
    ];

    /// <summary>In German: that a machine translated, and that the German text counts.</summary>
    public string GermanNotice => $"Maschinelle Übersetzung ins {German}. Verbindlich ist nur der deutsche Text.";

    /// <summary>The language of this code; null for German and for one that is not translated into.</summary>
    public static LetterLanguage? Of(string? code) => All.FirstOrDefault(l => l.Code == code);
}
