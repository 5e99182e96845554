using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Finds what has a form of its own: accounts, identity numbers, files, plates, e-mail addresses.</summary>
internal static partial class NumberFinder
{
    // A number: groups with a digit in each, short letters before, between and behind them: "6 XVII T 211/24", "WZ 8 SEN 0031 7742".
    private const string Group = @"(?=[\p{L}./*\-]{0,20}\d)[\p{Lu}\d][\p{L}\d./*\-]*";
    private const string Register = @"(?:[A-ZÄÖÜ]{1,4}(?:-[A-Z]{1,2})?|[A-ZÄÖÜ]\p{Ll}{0,2}[A-ZÄÖÜ]\p{L}{0,2}|[CDJKLQ]s|Sch|Wo)";

    // "Az", but not the beginning of "AZR-77".
    private const string LabelEnd = @"(?:(?<=\.)|(?![\p{L}\d]))";
    private const string Value = @"(?<v>(?:" + Register + @"\s){0,2}?" + Group + @"(?:\s(?:(?=[\d/-])(?=[/-]?\p{Lu}*\d)[\d./\-]+[\p{Lu}\d./\-]*|\p{Lu}{1,4}\s(?=\d)" + Group + @"|\p{Lu}{1,2}(?![\p{L}\d.-])))*)";

    public static void Find(SpanList spans)
    {
        spans.Add(ContactFinder.Email(), PersonalDataTypes.Email);
        spans.Add(HiddenEmail(), PersonalDataTypes.Email);
        spans.Add(GermanIban(), PersonalDataTypes.Iban);
        spans.Add(AnyIban(), PersonalDataTypes.Iban, Checksums.Iban);
        spans.Add(Community(), PersonalDataTypes.IdNumber);
        spans.Add(CaseLabel(), PersonalDataTypes.CaseNumber, IsFile);
        spans.Add(IdLabel(), PersonalDataTypes.IdNumber, v => v.Count(char.IsDigit) >= 3 && !Year().IsMatch(v));
        spans.Add(Plate(), PersonalDataTypes.LicensePlate);
        spans.Add(PlateLabel(), PersonalDataTypes.LicensePlate);
        spans.Add(ForeignPlate(), PersonalDataTypes.LicensePlate);
        spans.Add(InsurancePlate(), PersonalDataTypes.LicensePlate);
        spans.Add(Device(), PersonalDataTypes.Other);
        spans.Add(Insurance(), PersonalDataTypes.IdNumber);
        spans.Add(IdCard(), PersonalDataTypes.IdNumber, v => v.Any(char.IsAsciiDigit));
        spans.Add(SmallIdCard(), PersonalDataTypes.IdNumber, v => v.Count(char.IsAsciiDigit) >= 3);
        spans.Add(Coded(), PersonalDataTypes.CaseNumber, IsCode);
        spans.Add(Docket(), PersonalDataTypes.CaseNumber);
        spans.Add(Meter(), PersonalDataTypes.IdNumber);
        spans.Add(Lettered(), PersonalDataTypes.IdNumber, v => v.Count(char.IsAsciiDigit) >= 5);
    }

    /// <summary>After phones, addresses and dates: numbers without a label that look like a file or an id.</summary>
    public static void FindUnlabelled(SpanList spans)
    {
        spans.Add(ElevenDigits(), PersonalDataTypes.IdNumber, Checksums.TaxId);
        spans.Add(TaxNumber(), PersonalDataTypes.IdNumber);
        spans.Add(Court(), PersonalDataTypes.CaseNumber);
        spans.Add(Mixed(), PersonalDataTypes.CaseNumber, v => v.Count(char.IsAsciiDigit) >= 4 && !Harmless().IsMatch(v));
        spans.Add(File(), PersonalDataTypes.CaseNumber, v => !Harmless().IsMatch(v));
        spans.Add(AnyNumber(), PersonalDataTypes.CaseNumber, v => v.Count(char.IsAsciiDigit) >= 3);
        spans.Add(LongNumber(), PersonalDataTypes.IdNumber, v => !Harmless().IsMatch(v));
        spans.Add(Groups(), PersonalDataTypes.IdNumber, v => v.Count(char.IsAsciiDigit) >= 7);
    }

    private static bool IsFile(string value) =>
        value.Count(char.IsDigit) >= (value.Any(c => c == '/' || char.IsLetter(c)) ? 2 : 3) && !Year().IsMatch(value);

    // Letters and at least three digits in one word; "KLASSE2026" and "1.100er" are none.
    private static bool IsCode(string value) => value.Count(char.IsAsciiDigit) >= 3 && value.Any(char.IsLetter) && !Harmless().IsMatch(value) && !WordYear().IsMatch(value);

    // "name (at) web.de", "name [at] gmail [dot] com", "t punkt name at web punkt de".
    [GeneratedRegex(@"(?<![\p{L}\d])[\p{L}\d_-]+(?:\spunkt\s[\p{L}\d_-]+)*\s(?:at|ät)\s[\p{L}\d-]+(?:\spunkt\s[\p{L}\d-]+)+|[\p{L}\d._+-]+\s?[\[({]\s?(?:at|ät|@)\s?[\])}]\s?[\p{L}\d-]+(?:(?:\.|\s?[\[({]\s?(?:dot|punkt)\s?[\])}]\s?)[\p{L}\d-]+)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PersonalDataFinder.Patience)]
    private static partial Regex HiddenEmail();

    [GeneratedRegex(@"\bDE\s?\d{2}(?:[\s.-]?\d{4}){4}[\s.-]?\d{2}\b|\b(?:IBAN|Konto(?:nummer)?)\b\W{0,3}(?<v>[A-Z]{2}\d{2}[\dA-Z ]{10,30}\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PersonalDataFinder.Patience)]
    private static partial Regex GermanIban();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z\d]){11,30}\b", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex AnyIban();

    [GeneratedRegex(@"\b(?i:(?:lfd\.?|laufende|Reg(?:ister)?\.?-?Nr\.?|Quittung(?:snummer)?|Beleg(?:nummer|-?Nr\.?)?|Buchungs(?:code|nummer)|UR-?Nr\.?|Aktenzeichen|Aktenz\.?|Akten?|Akten[\s-]?(?:nr|nummer)\.?|zur Akte|Verlustanzeige|Sendung(?:s(?:nummer|[\s-]?nr\.?))?|Auftrag(?:s(?:nummer|[\s-]?nr\.?))?|Bestellung|Bestell(?:nummer|[\s-]?nr\.?)|Fundanzeige|Anzeige|Vereinbarung|Vorg\.?|Gz\.?|GZ|№|sygn(?:atura|\.)?(?: akt)?|n(?:ume)?r sprawy|dosya(?: n(?:o|umarası))?|başvuru n(?:o|umarası)|номер(?! тел)|номер (?:справи|дела|заявки|заяви|звернення|обращения)|справ[аи] №|дел[оа] №|رقم (?:الملف|المعاملة|القضية|الطلب)|شماره (?:پرونده|درخواست|نامه)|n(?:umér)?o de dossier|dossier n°|réf(?:érence)?\.?|Az\.?|AZ|Kassenzeichen|Kassenz\.|KaZ|Kz\.|Gesch(?:äfts|\.-)?[zZ](?:eichen|\.)|(?:Ihr|Unser|Mein)(?:e[mns]?)? Zeichen|Zeichen|Vorgang(?:s(?:nummer|-?Nr\.?))?|Bescheid(?:nummer|-?Nr\.?| Nr\.?)?|Rechnung(?:s(?:nummer|-?Nr\.?)|snr\.?)?|Re\.?-?Nr\.?|Ticket(?:nummer|-?Nr\.?)?|Meldung(?:s(?:nummer|-?Nr\.?))?|Meldenummer|Fall(?:nummer|-?Nr\.?)?|Antrag(?:s(?:nummer|-?Nr\.?))?|Buchungszeichen|Bu\.?-?Zeichen|Referenz(?:nummer)?|Verwarnung(?:s(?:nummer)?)?|Mahnung|Vorlage|Bearbeitungs(?:nummer|nr\.?)|Tgb\.?-?Nr\.?|Bußgeldbescheid|Gebührenbescheid|Verfahren|Dossier|Kennziffer|Case(?: number| no\.?)?|Reference(?: number| no\.?)?|Ref\.?(?: no\.?)?|File(?: number| no\.?)?)" + LabelEnd + @"(?:\s?\(?(?:Nr|Nummer|No|number)\b\.?)?(?:\s(?:mit der Nummer|ist|lautet|vom Amt|war|des \p{L}+|der \p{L}+|is|jest|to))?\s?[:#.=(\[]{0,2}\s?[„""»(]?)" + Value + @"(?!\s?(?:€|Euro|EUR|Kubikmeter|Prozent|%)|,\d)", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex CaseLabel();

    [GeneratedRegex(@"\b(?i:(?:(?!(?:laternen?|haus|zimmer|telefon|handy|mobil|ruf|fax|platz|seiten|gleis|linien|konto)-?n)\p{L}+(?:nummer|nr\.?)|\p{L}+-(?:Nr\.?|Nummer)|\p{L}+[\s-]ID|(?:warteliste|vormerkliste|liste|ausweis|steuer|steuermarke|kunden|bg|vertrag|vertrags|zähler|rahmen|karten|leser|pass|mitglied|personal|chip|marken|versicherung|versicherungs)[\s-](?:nummer|nr\.?)|Kd\.?|Kunde|Zähler|Ausweis|Leserausweis|numer klienta|numer licznika|dowód osobisty|sayaç numarası|kimlik n(?:o|umarası)|card|карт[аи]|karta|müşteri no|номер (?:договору|договора|паспорта|клієнта|клиента)|numéro de client|رقم (?:الهوية|جواز السفر|الإقامة|العميل)|شماره (?:شناسنامه|پاسپورت|مشتری)|\p{L}*karte|Versicherung|Vormerkliste|Kunden?(?:nummer|-?[Nn]r\.?)|Kd\.?-?Nr\.?|KdNr\.?|Vertrag(?:s(?:nummer|konto|-?[Nn]r\.?)|snr\.?)?|Zähler(?:nummer|-?[Nn]r\.?|stand)?|Ausweis(?:nummer|-?[Nn]r\.?)?|Perso(?:nalausweis)?(?:nummer|-?[Nn]r\.?)?|(?:Reise)?[Pp]ass(?:nummer|-?[Nn]r\.?)?|Steuer-?(?:ID|Id|id|nummer|Nr\.?|nr\.?|IdNr\.?|identifikationsnummer)|IdNr\.?|St\.?-?Nr\.?|(?:Kranken)?[Vv]ersich(?:erten|erungs)(?:nummer|-?[Nn]r\.?)|Sozialversicherungsnummer|SV-?(?:Nummer|Nr\.?)|Renten(?:versicherungs)?nummer|Rahmen(?:nummer|-?[Nn]r\.?)|Fahrgestell(?:nummer|-?[Nn]r\.?)|FIN|Karten?(?:nummer|-?[Nn]r\.?)|Leseausweis|Mitglied(?:s(?:nummer|-?[Nn]r\.?))|Personal(?:nummer|-?[Nn]r\.?)|Serien(?:nummer|-?[Nn]r\.?)|BG[\s-]?(?:Nummer|Nr\.?)|Steuermarke|Marke(?:nnummer)?|Hundemarke|Chip(?:nummer|-?[Nn]r\.?)?|Transponder|Grabstelle|Grab|Objekt(?:nummer|-?[Nn]r\.?)|Gläubiger-?ID|Mandatsreferenz|Führerschein(?:nummer|-?[Nn]r\.?)?|Handelsregister(?:nummer)?|USt-?Id(?:Nr)?\.?|Matrikelnummer|Kennung|Tonne(?:nnummer)?|Behälter(?:nummer|-?[Nn]r\.?)?|IMEI|pasaport\p{L}*|паспорт|customer (?:number|no\.?)|meter (?:number|no\.?)|passport(?: number| no\.?)?|ID(?: card)?(?: number| no\.?)?)" + LabelEnd + @"(?:\s?\(?(?:Nr|Nummer|No|number)\b\.?)?(?:\s(?:mit der Nummer|mit|ist|lautet|is|war|neu|alt|Strom(?: ist)?|Gas(?: ist)?|Wasser(?: ist)?|jest|to))?\s?[:#.=(]?\s?[„""»(]?)" + Value, RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex IdLabel();

    [GeneratedRegex(@"(?<![\p{L}\d-])[A-ZÄÖÜ]{1,3}(?:\s?[-–]\s?|\s)[A-Z]{1,2}[\s-]?[1-9]\d{0,3}(?:\s?[EH])?(?![\p{L}\d/-]|\.\d)(?<!\b(?:EG|OG|DIN|NR|AZ|BGB|DE|EU|A|ISO)[ -][A-Z]{1,2}\s?\d{1,4})", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Plate();

    [GeneratedRegex(@"^(?:1[89]|20)\d{2}$|^\d{1,2}\.\d{1,2}\.?$", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Year();

    // A network card, an internet address.
    [GeneratedRegex(@"\b(?:[\dA-Fa-f]{2}[:-]){5}[\dA-Fa-f]{2}\b|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Device();

    // Foreign, or written without its strokes: "Kennzeichen DK 45 219", "kennzeichen mus-kl 412".
    [GeneratedRegex(@"\b(?i:Kennzeichen|Kennz\.?|Kfz|Nummernschild|number plate|license plate|plate|plaka(?:sı|m)?|rejestrac\p{L}+|номер (?:авто|машини|машины)|immatricul\p{L}+)(?:\s(?:ist|lautet|war|is))?\s?:?\s?(?<v>(?:\p{Lu}{1,3}[\s-]?\p{Lu}{0,2}|\p{L}{1,3}-\p{L}{1,2})[\s-]?(?=[A-Z]*\d)[\dA-Z]{1,5}(?:\s\d{1,3})?(?:\s?[EH]\b)?)(?![\p{L}\d])|(?<![\p{L}\d-])[a-zäöü]{1,3}-[a-z]{1,2}\s[1-9]\d{0,3}(?![\p{L}\d/-]|\.\d)", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex PlateLabel();

    // Polish ("WGM 4J92K") and Ukrainian ("АХ 4471 ЕК") ones, which mix letters and digits as nothing else does.
    [GeneratedRegex(@"(?<![\p{L}\d-])(?:[A-Z]{2,3}\s(?=\d*[A-Z])(?=[A-Z]*\d)[A-Z\d]{4,5}|[ABEIKMHOPCTXАВЕІКМНОРСТХ]{2}\s\d{4}\s[ABEIKMHOPCTXАВЕІКМНОРСТХ]{2})(?![\p{L}\d/-])", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex ForeignPlate();

    // Of mopeds and scooters: three digits, three letters.
    [GeneratedRegex(@"\b(?i:\p{L}*kennzeichen|kennz\.|schild|moped|mofa|mokick|roller)\W{1,3}(?:\p{L}+\W{1,2}){0,3}(?<v>\d{3}\s?[A-Z]{3})(?![\p{L}\d])", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex InsurancePlate();

    // The number of a household at the job centre.
    [GeneratedRegex(@"(?<![\p{L}\d])(?:BG\s)?\d{5}(?://|BG)\d{5,8}(?!\d)", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Community();

    // "7 ELS 002914": the form of meters.
    [GeneratedRegex(@"(?<![\p{L}\d.,/-])\d\s?[A-Z]{2,3}\s\d{4,}(?:\s\d{2,4})*(?!\d)", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Meter();

    // A register, number and year: "BV 00418/25", "FE-E 3340/26", "50.2-GS 1190".
    [GeneratedRegex(@"(?<![\p{L}\d.,/-])(?![TFM]\s0\d)(?:\d{1,3}\s)?(?:" + Register + @"[ ]){1,2}\d{2,6}/\d{2,4}(?![\d/-]|[.,]\d)|(?<![\p{L}\d.,/-])\d{1,2}(?:\.\d{1,2})?-[A-Z]{1,3}[ ]\d{2,6}(?:/\d{2,4})?(?![\d/-]|[.,]\d)", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Docket();

    // Letters and groups of digits: "CBX 440918", "PA 2026 40917".
    [GeneratedRegex(@"(?<![\p{L}\d./-])(?!(?:DIN|EN|ISO|VDE|IEC|PLZ|SGB|BGB|RAL|IP|TEL|FAX|HRA|HRB|UND|NR|ODER|TELE)\s)[A-Z]{2,4}\s\d{3,}(?:\s\d{2,5})*(?![\d/-]|[.,]\d|\s?(?:€|Euro|EUR|kWh|km|Uhr))", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Lettered();

    // One word of capitals and digits, with or without strokes: "21702BG0055190", "HS-31188".
    [GeneratedRegex(@"(?<![\p{L}\d./@+-])(?=[\p{Lu}\d/-]{6})(?!(?:D|A|E|F|B|L|I|NL|CH|PL|DK|S)-\d{4,5}\s\p{Lu}\p{Ll})(?:\p{Lu}+[\d-][\p{Lu}\d/-]*|\d[\p{Lu}\d/-]*\p{Lu}[\p{Lu}\d/-]*)(?![\p{L}\d@]|[.,]\d)", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Coded();

    [GeneratedRegex(@"^\p{Lu}{3,}[-/]?(?:(?:19|20)\d{2}(?:[-/]\d{1,4})?)$|^\p{Lu}{3,}-\d{1,3}$", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex WordYear();

    [GeneratedRegex(@"\b\d{2}\s?\d{6}\s?[A-Z]\s?\d{3}\b|\b[A-Z]\s?\d{3}\s?\d{3}\s?\d{3}\b|\b\d{3}(?:\s\d{3}){4}\b|\bDE\s?\d{9}\b|\b[A-Z][A-Z\d]{2}\d{6}\d[A-Z\d]\b(?<=\d.*)|\bHR[AB]\s?\d{3,6}\b", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Insurance();

    [GeneratedRegex(@"\b(?=[A-Z]*\d)[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ\d]{8}\d?(?:D)?\b", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex IdCard();

    [GeneratedRegex(@"\b(?=[a-z]*\d)[cfghjklmnprtvwxyz][cfghjklmnprtvwxyz\d]{8}\b", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex SmallIdCard();

    [GeneratedRegex(@"(?<![\d.,/-])\d{2}\s?\d{3}\s?\d{3}\s?\d{3}(?![\d/-])", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex ElevenDigits();

    [GeneratedRegex(@"(?<![\p{L}\d.,/-]|Flurst(?:ück|\.) )(?:\p{Lu}{1,4}[-–]\d{2,6}(?:[-/.]\d{1,6})*|\p{Lu}\p{L}{0,2}[ ]?[-–]?\d{1,6}/\d{2,4}|\d{1,4}[-.]\p{Lu}{1,3}[-.]?\d{1,6}|\p{Lu}{1,3}\s?\d{4}[/-]\d{2,6}|\d{4,5}[-.]\d{2,6}(?:[-.]\d{1,6})*(?![,\d])|\d{3,6}/\d{2,4}(?!\s?(?:Uhr|€|Euro))|\d{2,3}/\d{3}/\d{3,6}|\d{1,3}\.\d{1,2}-\p{Lu}{2}-?\d+|\d{4}-\d{3,6}|\d{6}-\d{4,6}-\d{2}/\d)(?!\d|[.,]\d|\s?(?:€|Euro|%))", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex File();

    [GeneratedRegex(@"(?<![\p{L}\d])\d{1,3}\s[A-Z][A-Za-z]{0,2}\s\d{1,5}/\d{2,4}(?!\d)|(?<!\d)(?:19|20)\d{2}(?:\s\d{2,4}){2,3}(?!\d)", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Court();

    // Figures with points, strokes or letters between them that nothing else explains.
    [GeneratedRegex(@"(?<![\p{L}\d.,/-])(?![TFM]\s0\d)(?:\d{1,2}\s)?(?:" + Register + @"\s){0,2}[\p{Lu}\d][\p{L}\d]*(?:[./-][\p{L}\d]+)+(?:\s\p{Lu}{2}(?!\p{L}))?(?![\p{L}\d]|[.,]\d)", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Mixed();

    [GeneratedRegex(@"^(?:\d{1,2}\s)?(?:\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?|\d{1,3}(?:\.\d{3})+|\d+\.\d{1,2}|(?:1[89]|20)\d{2}[/-](?:(?:1[89]|20)?\d{2}|[IVX]+)|[IVX]+/\d{4}|\d{1,2}[/-]\d{1,2}|\d{1,3}\.\d{3}\p{Ll}+|\d{4}-\d{2}-\d{2}|\d{1,2}[.:]\d{2}-\d{1,2}[.:]\d{2}|\d{1,2}/(?:19|20)\d{2}|\d+-\p{L}{3,}|.*\p{Ll}{4,}.*)$", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"(?<!(?:[Ll]aterne|[Hh]aus|Tür|Zimmer|Newsletter|Plan|Entwurf|Fahrzeug|Störung)\s)\b(?:[Nn]r|[Nn]ummer|No)\b\.?\s?:?\s?(?<v>(?:[A-Z]{1,3}[ -]?)?\d[\d/.-]{2,}\d(?:\s\d{2,4})*)(?!\s?(?:€|Euro))", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"(?<!\d)\d{2,3}\s?/\s?\d{3}\s?/\s?\d{4,5}(?!\d)|(?<!\d)\d{5}//?\d{5,8}(?!\d)|\b\d\s[A-Z]{3}\s\d{4}(?:\s\d{2,4})+\b", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex TaxNumber();

    [GeneratedRegex(@"(?<![\p{L}\d.,/-])(?:\d{6,18}|\d{3}\s\d{3}\s\d{2,3}|\d{4}\s\d{3}\s\d{3}|\d{4}-\d{4}(?:-\p{L}+)?|[A-Z]{2}\d{2}[A-Z]\d{3}|[A-Z]{2,3}-\d{4}|(?!(?:DIN|EN|ISO|VDE|IEC|PLZ|SGB|BGB|RAL|IP)\s)[A-Z]{2,3}\s\d{4,5}|[A-Z]{2}-[A-Z]\s\d{3})(?!\d|[.,]\d|\s?(?:€|Euro|EUR|Einwohner|Menschen|kWh|km|m²|qm|Mal|Liter))", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex LongNumber();

    // "80 114 562", "20071 5583": no amount, no row of years.
    [GeneratedRegex(@"(?<![\p{L}\d.,/-]|\d\s)\d{2,5}(?:\s\d{2,5}){1,3}(?![\d.,/-]|\s?(?:€|Euro|EUR|Einwohner|Menschen|kWh|km|m²|qm|Mal|Liter|Millionen))(?<!(?:1[89]|20)\d{2}\s(?:1[89]|20)\d{2})", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Groups();
}
