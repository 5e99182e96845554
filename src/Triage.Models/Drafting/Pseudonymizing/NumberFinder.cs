using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Finds what has a form of its own: accounts, identity numbers, files, plates, e-mail addresses.</summary>
internal static partial class NumberFinder
{
    // A number: at least one digit, blanks only between groups of digits.
    private const string Value = @"(?<v>(?=[\p{L}\d./\-]*(?:\s[\d./\-]+)*\d)(?:[A-ZÄÖÜ]{1,4}\s)?[\p{Lu}\d][\p{L}\d./\-]*(?:\s(?=[\d/-])[\d./\-]+(?:[\p{Lu}\d./\-]*))*)";

    public static void Find(SpanList spans)
    {
        spans.Add(ContactFinder.Email(), PersonalDataTypes.Email);
        spans.Add(GermanIban(), PersonalDataTypes.Iban);
        spans.Add(AnyIban(), PersonalDataTypes.Iban, Checksums.Iban);
        spans.Add(CaseLabel(), PersonalDataTypes.CaseNumber, HasDigits);
        spans.Add(IdLabel(), PersonalDataTypes.IdNumber, HasDigits);
        spans.Add(Plate(), PersonalDataTypes.LicensePlate);
        spans.Add(Insurance(), PersonalDataTypes.IdNumber);
        spans.Add(IdCard(), PersonalDataTypes.IdNumber, v => v.Any(char.IsAsciiDigit));
    }

    /// <summary>After phones, addresses and dates: numbers without a label that look like a file or an id.</summary>
    public static void FindUnlabelled(SpanList spans)
    {
        spans.Add(ElevenDigits(), PersonalDataTypes.IdNumber, Checksums.TaxId);
        spans.Add(TaxNumber(), PersonalDataTypes.IdNumber);
        spans.Add(Court(), PersonalDataTypes.CaseNumber);
        spans.Add(Mixed(), PersonalDataTypes.CaseNumber, v => v.Count(char.IsAsciiDigit) >= 4 && !Harmless().IsMatch(v));
        spans.Add(File(), PersonalDataTypes.CaseNumber);
        spans.Add(AnyNumber(), PersonalDataTypes.CaseNumber, v => v.Count(char.IsAsciiDigit) >= 3);
        spans.Add(LongNumber(), PersonalDataTypes.IdNumber);
    }

    private static bool HasDigits(string value) => value.Count(char.IsAsciiDigit) >= 2;

    [GeneratedRegex(@"\bDE\s?\d{2}(?:[\s.-]?\d{4}){4}[\s.-]?\d{2}\b|\b(?:IBAN|Konto(?:nummer)?)\b\W{0,3}(?<v>[A-Z]{2}\d{2}[\dA-Z ]{10,30}\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex GermanIban();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z\d]){11,30}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnyIban();

    [GeneratedRegex(@"\b(?i:(?:Quittung(?:snummer)?|Beleg(?:nummer|-?Nr\.?)?|Buchungs(?:code|nummer)|UR-?Nr\.?|Aktenzeichen|Akten-?Nr\.?|Az\.?|AZ|Kassenzeichen|Kassenz\.|KaZ|Kz\.|Gesch(?:äfts|\.-)?[zZ](?:eichen|\.)|(?:Ihr|Unser|Mein)(?:e[mns]?)? Zeichen|Zeichen|Vorgang(?:s(?:nummer|-?Nr\.?))?|Bescheid(?:nummer|-?Nr\.?| Nr\.?)?|Rechnung(?:s(?:nummer|-?Nr\.?)|snr\.?)?|Re\.?-?Nr\.?|Ticket(?:nummer|-?Nr\.?)?|Meldung(?:s(?:nummer|-?Nr\.?))?|Meldenummer|Fall(?:nummer|-?Nr\.?)?|Antrag(?:s(?:nummer|-?Nr\.?))?|Buchungszeichen|Bu\.?-?Zeichen|Referenz(?:nummer)?|Verwarnung(?:s(?:nummer)?)?|Mahnung|Vorlage|Bearbeitungs(?:nummer|nr\.?)|Tgb\.?-?Nr\.?|Bußgeldbescheid|Gebührenbescheid|Verfahren|Dossier|Case|Reference|Ref\.?|File(?: number| no\.?)?)(?:\s?(?:Nr|Nummer|No|number)\b\.?)?(?:\s(?:mit der Nummer|ist|lautet|vom Amt|war))?\s?[:#.=]?\s?[„""»]?)" + Value, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CaseLabel();

    [GeneratedRegex(@"\b(?i:(?:\p{L}+nummer|\p{L}+nr\.?|\p{L}*karte|Versicherung|Vormerkliste|Kunden?(?:nummer|-?[Nn]r\.?)|Kd\.?-?Nr\.?|KdNr\.?|Vertrag(?:s(?:nummer|konto|-?[Nn]r\.?)|snr\.?)?|Zähler(?:nummer|-?[Nn]r\.?|stand)?|Ausweis(?:nummer|-?[Nn]r\.?)?|Perso(?:nalausweis)?(?:nummer|-?[Nn]r\.?)?|(?:Reise)?[Pp]ass(?:nummer|-?[Nn]r\.?)?|Steuer-?(?:ID|Id|id|nummer|Nr\.?|nr\.?|IdNr\.?|identifikationsnummer)|IdNr\.?|St\.?-?Nr\.?|(?:Kranken)?[Vv]ersich(?:erten|erungs)(?:nummer|-?[Nn]r\.?)|Sozialversicherungsnummer|SV-?(?:Nummer|Nr\.?)|Renten(?:versicherungs)?nummer|Rahmen(?:nummer|-?[Nn]r\.?)|Fahrgestell(?:nummer|-?[Nn]r\.?)|FIN|Karten?(?:nummer|-?[Nn]r\.?)|Leseausweis|Mitglied(?:s(?:nummer|-?[Nn]r\.?))|Personal(?:nummer|-?[Nn]r\.?)|Serien(?:nummer|-?[Nn]r\.?)|BG-?(?:Nummer|Nr\.?)|Steuermarke|Marke(?:nnummer)?|Hundemarke|Chip(?:nummer|-?[Nn]r\.?)?|Transponder|Grabstelle|Grab|Objekt(?:nummer|-?[Nn]r\.?)|Gläubiger-?ID|Mandatsreferenz|Führerschein(?:nummer|-?[Nn]r\.?)?|Handelsregister(?:nummer)?|USt-?Id(?:Nr)?\.?|Matrikelnummer|Kennung|Tonne(?:nnummer)?|Behälter(?:nummer|-?[Nn]r\.?)?|IMEI|customer (?:number|no\.?)|meter (?:number|no\.?)|passport(?: number| no\.?)?|ID(?: card)?(?: number| no\.?)?)(?:\s?(?:Nr|Nummer|No|number)\b\.?)?(?:\s(?:mit der Nummer|mit|ist|lautet|is|war|neu|alt))?\s?[:#.=]?\s?[„""»]?)" + Value, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdLabel();

    [GeneratedRegex(@"(?<![\p{L}\d-])[A-ZÄÖÜ]{1,3}(?:[-–]\s?|\s)[A-Z]{1,2}[\s-]?[1-9]\d{0,3}[EH]?(?![\p{L}\d/-]|\.\d)(?<!\b(?:EG|OG|DIN|NR|AZ|BGB|DE|EU|A|ISO)[ -][A-Z]{1,2}\s?\d{1,4})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plate();

    [GeneratedRegex(@"\b\d{2}\s?\d{6}\s?[A-Z]\s?\d{3}\b|\b[A-Z]\s?\d{9}\b|\bDE\s?\d{9}\b|\b[A-Z][A-Z\d]{2}\d{6}\d[A-Z\d]\b(?<=\d.*)|\bHR[AB]\s?\d{3,6}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Insurance();

    [GeneratedRegex(@"\b(?=[A-Z]*\d)[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ\d]{8}\d?(?:D)?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdCard();

    [GeneratedRegex(@"(?<![\d.,/-])\d{2}\s?\d{3}\s?\d{3}\s?\d{3}(?![\d/-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ElevenDigits();

    [GeneratedRegex(@"(?<![\p{L}\d.,/-])(?:\p{Lu}{1,4}[-–]\d{2,6}(?:[-/.]\d{1,6})*|\p{Lu}\p{L}{0,2}[ ]?[-–]?\d{1,6}/\d{2,4}|\d{1,4}[-.]\p{Lu}{1,3}[-.]?\d{1,6}|\p{Lu}{1,3}\s?\d{4}[/-]\d{2,6}|\d{4,5}[-.]\d{2,6}(?:[-.]\d{1,6})*(?![,\d])|\d{3,6}/\d{2,4}(?!\s?(?:Uhr|€|Euro))|\d{2,3}/\d{3}/\d{3,6}|\d{1,3}\.\d{1,2}-\p{Lu}{2}-?\d+|\d{4}-\d{3,6}|\d{6}-\d{4,6}-\d{2}/\d)(?!\d|[.,]\d|\s?(?:€|Euro|%))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex File();

    [GeneratedRegex(@"(?<![\p{L}\d])\d{1,3}\s[A-Z][A-Za-z]{0,2}\s\d{1,5}/\d{2,4}(?!\d)|(?<!\d)(?:19|20)\d{2}(?:\s\d{2,4}){2,3}(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Court();

    // Figures with points, strokes or letters between them that nothing else explains.
    [GeneratedRegex(@"(?<![\p{L}\d.,/-])(?:\d{1,2}\s)?(?:\p{Lu}{1,3}\s)?[\p{Lu}\d][\p{L}\d]*(?:[./-][\p{L}\d]+)+(?![\p{L}\d]|[.,]\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mixed();

    [GeneratedRegex(@"^(?:\d{1,2}\s)?(?:\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?|\d{1,3}(?:\.\d{3})+|\d+\.\d{1,2}|(?:19|20)\d{2}[/-](?:19|20)?\d{2}|\d{4}-\d{2}-\d{2}|\d{1,2}[.:]\d{2}-\d{1,2}[.:]\d{2}|\d{1,2}/(?:19|20)\d{2}|\d+-\p{L}{3,}|.*\p{Ll}{4,}.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"\b(?:Nr|Nummer|No)\b\.?\s?:?\s?(?<v>(?:[A-Z]{1,3}[ -]?)?\d[\d/.-]{2,}\d(?:\s\d{2,4})*)(?!\s?(?:€|Euro))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"(?<!\d)\d{2,3}/\d{3}/\d{4,5}(?!\d)|(?<!\d)\d{5}//?\d{5,8}(?!\d)|\b\d\s[A-Z]{3}\s\d{4}(?:\s\d{2,4})+\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TaxNumber();

    [GeneratedRegex(@"(?<![\p{L}\d.,/-])(?:\d{6,18}|\d{3}\s\d{3}\s\d{2,3}|\d{4}\s\d{3}\s\d{3}|\d{4}-\d{4}(?:-\p{L}+)?|[A-Z]{2}\d{2}[A-Z]\d{3}|[A-Z]{2,3}-\d{4}|[A-Z]{2}-[A-Z]\s\d{3})(?!\d|[.,]\d|\s?(?:€|Euro|EUR|Einwohner|Menschen|kWh|km|m²|qm|Mal|Liter))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongNumber();
}
