using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Drafting.Composing;

/// <summary>What a question is after, as words of a question and signs of a sentence that answers it.</summary>
internal sealed partial record Intent(Regex Asks, Regex Answers, string? StatementKind = null)
{
    public static IReadOnlyList<Intent> All { get; } =
    [
        new(CostAsked(), CostSaid(), StatementKinds.Amount),
        new(DocumentsAsked(), DocumentsSaid()),
        new(LongAsked(), LongSaid(), StatementKinds.Duration),
        new(DeadlineAsked(), DeadlineSaid(), StatementKinds.Deadline),
        new(HoursAsked(), HoursSaid(), StatementKinds.Time),
        new(WhereAsked(), WhereSaid(), StatementKinds.Address),
        new(ProxyAsked(), ProxySaid()),
        new(LostAsked(), LostSaid()),
        new(WhoAsked(), WhoSaid(), StatementKinds.Office),
        new(HowAsked(), HowSaid()),
    ];

    /// <summary>Whether the unit looks like an answer.</summary>
    public bool IsAnsweredBy(TextUnit unit, string heading) =>
        Answers.IsMatch(unit.Text) || Answers.IsMatch(heading) || Answers.IsMatch(unit.Introduction)
        || (StatementKind is not null && unit.Statements.Exists(s => s.Kind == StatementKind || s.Group == StatementKind));

    private const RegexOptions Lax = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\b(?:kost\w*|gebühr\w*|teuer|preis\w*|bezahl\w*|zahl\w*|euro|wie ?viel|€|cost|fee|price|pay|ücret\w*|kaç para|скільки кошту\w*|сколько стоит|koszt\w*|combien|prix)\b", Lax, 1000)]
    private static partial Regex CostAsked();

    [GeneratedRegex(@"\b(?:kost\w*|gebühr\w*|kostenlos|zahlen|betrag|ermäßig\w*|erlassen|euro)\b", Lax, 1000)]
    private static partial Regex CostSaid();

    [GeneratedRegex(@"\b(?:mitbring\w*|unterlagen|papiere|dokument\w*|brauch\w*|benötig\w*|nachweis\w*|vorlegen|formular\w*|foto\w*|bring|documents?|papers?|need|belge\w*|документ\w*)\b", Lax, 1000)]
    private static partial Regex DocumentsAsked();

    [GeneratedRegex(@"\b(?:bringen sie|mitbring\w*|unterlagen|brauchen sie|sie brauchen|benötigen|legen sie|nachweis\w*|vorlegen|formular|das brauchen)\b", Lax, 1000)]
    private static partial Regex DocumentsSaid();

    [GeneratedRegex(@"\b(?:wie lange|dauer\w*|wartezeit\w*|wann (?:ist|kommt|kann|bekomm\w*|krieg\w*)|bis wann.*fertig|how long|gültig|ne kadar|как долго)\b", Lax, 1000)]
    private static partial Regex LongAsked();

    [GeneratedRegex(@"\b(?:dauert|dauer|gültig|gilt|wartezeit|nach (?:etwa|rund)|bearbeitung\w*)\b", Lax, 1000)]
    private static partial Regex LongSaid();

    [GeneratedRegex(@"\b(?:frist\w*|bis wann|zu spät|rechtzeitig|spätestens|verpass\w*|strafe|bußgeld|deadline|zwei wochen|ab wann)\b", Lax, 1000)]
    private static partial Regex DeadlineAsked();

    [GeneratedRegex(@"\b(?:innerhalb|spätestens|frist|binnen|zu spät|bußgeld|rechtzeitig)\b", Lax, 1000)]
    private static partial Regex DeadlineSaid();

    [GeneratedRegex(@"\b(?:öffnungszeit\w*|geöffnet|offen|aufhaben|auf habt|sprechzeit\w*|wann (?:habt|haben|hat|ist)|opening|open|uhr)\b", Lax, 1000)]
    private static partial Regex HoursAsked();

    [GeneratedRegex(@"\b(?:geöffnet|öffnungszeiten|sprechzeiten|offen)\b", Lax, 1000)]
    private static partial Regex HoursSaid();

    [GeneratedRegex(@"\b(?:wo|wohin|adresse|where|online|nerede|где|де)\b", Lax, 1000)]
    private static partial Regex WhereAsked();

    [GeneratedRegex(@"\b(?:finden sie|online|im bürgerbüro|geben sie|bringen sie|wertstoffhof|am schalter|unter https?)\b", Lax, 1000)]
    private static partial Regex WhereSaid();

    [GeneratedRegex(@"\b(?:vollmacht|für (?:mich|ihn|sie|meine\w*)|vertret\w*|jemand ander\w*|selbst|persönlich|mutter|vater|sohn|tochter|bettläger\w*|krank\w*|schicken)\b", Lax, 1000)]
    private static partial Regex ProxyAsked();

    [GeneratedRegex(@"\b(?:vollmacht|vertret\w*|selbst|persönlich|niemand|für sie|krankheit)\b", Lax, 1000)]
    private static partial Regex ProxySaid();

    [GeneratedRegex(@"\b(?:verlor\w*|verlust|weg|gestohlen|geklaut|lost|stolen|kaputt)\b", Lax, 1000)]
    private static partial Regex LostAsked();

    [GeneratedRegex(@"\b(?:verlor\w*|verlust|gestohlen|diebstahl|sperr\w*|ersatz)\b", Lax, 1000)]
    private static partial Regex LostSaid();

    [GeneratedRegex(@"\b(?:wer|zuständig\w*|an wen|ansprechpartner\w*|who)\b", Lax, 1000)]
    private static partial Regex WhoAsked();

    [GeneratedRegex(@"\b(?:zuständig|kümmert|ist .* verantwortlich|wenden sie sich)\b", Lax, 1000)]
    private static partial Regex WhoSaid();

    [GeneratedRegex(@"\b(?:wie (?:kann|geht|läuft|mache|melde|beantrag\w*|bekomm\w*|stell\w*)|was muss|anmeld\w*|abmeld\w*|beantrag\w*|termin\w*|how (?:do|can)|ablauf)\b", Lax, 1000)]
    private static partial Regex HowAsked();

    [GeneratedRegex(@"\b(?:buchen sie|melden sie|beantragen sie|stellen sie|rufen sie|kommen sie|füllen sie|schreiben sie|termin|so läuft|so geht|ablauf)\b", Lax, 1000)]
    private static partial Regex HowSaid();
}
