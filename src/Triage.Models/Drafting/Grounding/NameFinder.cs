using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Finds offices, forms and promises.</summary>
internal static partial class NameFinder
{
    public static void FindOffices(StatementList list) => list.Add(Office(), StatementKinds.Office, OfficeName);

    public static void FindForms(StatementList list)
    {
        list.Add(QuotedForm(), StatementKinds.Form, m => string.Join(' ', Words.Read(m.Groups["name"].Value).Select(w => w.Stem)));
        list.Add(Form(), StatementKinds.Form, m => NoForm().IsMatch(m.Value) ? null : Words.Stem(m.Value));
    }

    /// <summary>The words of a sentence that bind the town to do something; null when it promises nothing.</summary>
    public static Match? Promise(string text, int start, int end) =>
        PromiseWords().Match(text, start, end - start) is { Success: true } match ? match : null;

    private static string? OfficeName(Match match) =>
        NoOffice().IsMatch(match.Value) ? null : string.Join(' ', Words.Read(match.Value).Select(w => WithoutGenitive(w.Stem)));

    private static string WithoutGenitive(string stem) => stem.EndsWith("amte", StringComparison.Ordinal) ? stem[..^1] : stem;

    [GeneratedRegex(@"\b(?:(?:Landkreis|Kreis|Stadt|Gemeinde|Samtgemeinde)\s\p{Lu}\p{L}+|Agentur für Arbeit|(?:Deutsche[nr]?\s)?Rentenversicherung|Bundesamt für Justiz|\p{Lu}\p{L}*(?:-\p{Lu}\p{L}*)*?(?:amt(?:e?s)?|ämtern?|büros?|behörden?|stellen?|kassen?|betriebshofe?s?|bauhofe?s?|werken?|verwaltung(?:en)?|gerichts?|gerichten?|center|ministeriums?|kammer|wehr|bücherei|hof|zentrale|(?<=Rat|Kreis|Stadt|Kultur|Jugend|Gemeinde|Bürger|Kranken|Frauen|Gäste)haus(?:es)?|archivs?|schule)\b|Polizei|Betriebshofe?s?|Bauhofe?s?|Wertstoffhofe?s?|Rathaus(?:es)?|Fundbüros?|Bußgeldstelle|Stadtkasse|Freibad|Hallenbad|Bürgermeisteramt|Einwohnermeldeamt|Jobcenter)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Office();

    [GeneratedRegex(@"^(?:Stellen?|(?:Lehr|Praktikums|Ausbildungs|Arbeits|Grab|Schnitt)stellen?|Amt(?:es)?|Büro|Behörden?|Haus(?:es)?|Hof|Werke?n?|Verwaltung|Gerichts?|Schule|Kassen?|Anstelle|Gesamt|Ehrenamt|.*(?:haltestellen?|baustellen?|tankstellen?|unfallstellen?|feuerstellen?|schadstellen?|gefahrenstellen?|schwachstellen?|arbeitsstellen?|wasserstellen?|stellplatz|kunstwerken?|feuerwerken?|handwerken?|stockwerken?|bauwerken?|laufwerken?|netzwerken?|krankenhaus|hochhaus|wohnhaus|mehrfamilienhaus|einfamilienhaus|treppenhaus|friedhof|innenhof|bahnhof|schulhof|hinterhof|bauernhof|reihenhaus|krankenkassen?|hausverwaltung(?:en)?|grundschule|fahrschule)(?:es)?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NoOffice();

    [GeneratedRegex(@"\b(?:Formular|Vordruck|Merkblatt|Anlage|Antrag)s?\s[„""“»](?<name>[^“”""«]{3,60})[“”""«]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex QuotedForm();

    [GeneratedRegex(@"\b\p{Lu}\p{L}*(?:-\p{Lu}?\p{L}*)*?(?:formular(?:en?|s)?|vordrucke?n?s?|antr[aä]ge?n?s?|bestätigung(?:en)?|bescheinigung(?:en)?|erklärung(?:en)?|vollmacht(?:en)?|nachweise?n?s?|zeugnis(?:se?n?|ses)?|urkunden?|mandate?s?|auszuge?s?|auszüge|vertrage?s?|bescheide?n?s?|ausweise?n?s?|pass|passes|genehmigung(?:en)?|erlaubnis|steuernummer|merkblatt|anzeige)\b|\b(?:Vollmacht|SEPA-Mandat|SEPA-Lastschriftmandat|Formular|Vordruck)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^(?:Nachweise?n?s?|Antr[aä]ge?n?s?|Bestätigung|Erklärung|Vertrage?s?|Pass|Bescheide?s?|Genehmigung|Erlaubnis|Anzeige|Auszuge?s?|Auszüge|Ausweise?s?|Urkunden?|.*(?:beantrag.*|kompass|anlass|engpass))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NoForm();

    [GeneratedRegex(@"\b(?:(?:erstatten|übernehmen|garantieren|versprechen|genehmigen|bewilligen|reparieren|beheben|beseitigen|erlassen|verzichten|stunden|überweisen|zahlen|schicken|senden|veranlassen|kümmern|erledigen|prüfen|ersetzen|reinigen|räumen|bringen|liefern|stellen|leiten|melden|informieren|beauftragen|bearbeiten|entscheiden|verlängern)\s(?:wir|uns)\b|wir\s(?:werden|erstatten|übernehmen|garantieren|versprechen|genehmigen|bewilligen|reparieren|beheben|beseitigen|erlassen|verzichten|überweisen|zahlen|schicken|senden|veranlassen|kümmern|sichern|sorgen|melden|prüfen|ersetzen|stunden|leiten)\b|werden wir\b|(?:Sie|Ihnen)\s(?:erhalten|bekommen)\b|(?:erhalten|bekommen)\sSie\b|(?:wird|werden)\sIhnen\b|steht Ihnen\b.{0,40}\bzu\b|(?:wird|werden) von (?:uns|der Stadt)\b|haben Sie Anspruch|Sie haben Anspruch|Ihr(?:em|er|e|en)?\s\p{L}+\s(?:wird|werden)\s(?:\p{L}+\s){0,6}(?:erstattet|genehmigt|bewilligt|stattgegeben|erlassen|repariert|bearbeitet|überwiesen|zugesandt|zugeschickt)|(?:Stadt|Verwaltung)\s(?:erstattet|übernimmt|zahlt|garantiert|genehmigt|erlässt|ersetzt|verzichtet))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PromiseWords();
}
