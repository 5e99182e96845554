using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Finds phone numbers and postal addresses. A street without a house number is a place, not an address.</summary>
internal static partial class PlaceFinder
{
    private const string Zip = @"(?:\s?[,·;|–-]?\s{0,2}\n?\s?(?:(?:[A-Z]{1,2}-)?\d{4,5}|\d{2}-\d{3}|\d{3}\s\d{2})\s\p{Lu}[\p{L}-]+(?:\s(?!Tel|Mobil|Handy|Fon|E-Mail|Mail)\p{Lu}[\p{L}-]+){0,2})";

    // "Villa Rosenthal, " before the street, ", Emden" behind it.
    private const string Building = @"(?:(?:Haus|Villa|Hof|Gut|Schloss|Mühle|Residenz|Klinik|Stift|Hotel|Pension|\p{Lu}\p{Ll}*(?:residenz|heim|hof|klinik|stift|zentrum))(?:\s(?:am|an der|im|Am|Zur|Zum|Im)?\s?\p{Lu}[\p{L}-]+)?,\s)?";
    private const string Town = @"(?:,\s(?!Danke|Gr(?:u|ü)|Tel|Handy|Mobil|MfG|LG|VG|Bitte|Viele|Mit|Herzlich|Frau|Herr|Liebe)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?=\s*(?:[.,;)\n]|$)))";

    public static void FindPhones(SpanList spans)
    {
        spans.Add(Phone(), PersonalDataTypes.Phone, IsPhone);
        spans.Add(Labelled(), PersonalDataTypes.Phone);
    }

    public static void FindAddresses(SpanList spans)
    {
        spans.Add(Street(), PersonalDataTypes.Address, NoStreet);
        spans.Add(ContactFinder.Street(), PersonalDataTypes.Address, NoStreet);
        spans.Add(House(), PersonalDataTypes.Address);
        spans.Add(Foreign(), PersonalDataTypes.Address);
        spans.Add(ZipPlace(), PersonalDataTypes.Address);
        spans.Add(Segment(), PersonalDataTypes.Address, v => !NameLists.IsNoName(v.Split(' ')[^2]) && !Timeish().IsMatch(v));
    }

    private static bool IsPhone(string value) => value.Count(char.IsAsciiDigit) is >= 6 and <= 15 && !DateLike().IsMatch(value) && ContactFinder.NormalPhone(value) is not null;

    private static bool NoStreet(string value) => !Timeish().IsMatch(value);

    [GeneratedRegex(@"^\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2}|\d{4})$|^\d{2}\.\d{2}\.?[–-]", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex DateLike();

    [GeneratedRegex(@"(?<![\d.,/\p{L}-]|(?:^|[^\d-])\d{4} )(?:\+\d{1,3}|00\d{2}|\(0\d{2,5}\)|0\s?\d)[\d\t ()/–.-]{4,18}\d(?![\d%])", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?:Tel(?:efon)?(?:nummer)?|Fon|Handy(?:nummer)?|Mobil(?:nummer)?|Mobiltelefon|Rufnummer|Festnetz|Durchwahl|Fax|Phone|Nummer|Nr|Tlf|тел|phone|call me(?: on)?|anrufen unter|erreichbar(?: unter)?|unter(?: der)?|zurück(?:rufen)?)\b\.?:?\s{0,3}(?:unter |ist |lautet )?(?<v>\d{3,6}(?:[ /-]?\d{2,8}){1,4})(?![\d.,/-]*\d|\s?(?:€|Euro|Uhr))|\bDurchwahl:?\s(?<v>-?\d{2,5})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PersonalDataFinder.Patience)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?<v>(?<![\p{L}-])" + Building + @"(?:(?:\p{Lu}[\p{L}.]*[- ]){0,3}?\p{L}[\p{L}-]*(?i:straße|strasse|straat|str\.?|weg|platz|allee|gasse|ring|damm|ufer|markt|stieg|steig|pfad|chaussee|kamp|graben|deich|reihe|hof|berg|winkel|wall|twiete|brücke|garten|wurt|moor|busch|feld|horst|heide|bogen|zeile|siedlung|park|blick|grund|hang|höhe|tal|see|bach|wiese|wiesen|anger|brink|ort|stich|kuhle|esch|dorf|trift|koppel|hagen|fleth|siel|gang|tor|diek|lohne|land|breite|kante|weide|felde|wisch|quelle|schleuse|kolonie|bahn)|(?:\p{Lu}[\p{L}-]+ )?(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Ring|Damm|Markt|Chaussee|Stieg|Gasse|Ufer|Deich)|\p{Lu}\p{Ll}+(?:e|er|en)\s(?:Reihe|Moor|Heide|Berg|Hof|Kamp|Wurt|Siel|Wiese|Pad|Grund|Ende|Mühle)|\p{Lu}\p{Ll}*(?:pad|mühle|rain|hanglage)|Hanglage|Neustadt|Altstadt|Vorstadt|(?:Zwischen|Neben|Bei|Hinter|Vor|Über|Unter) (?:den|beiden|der|dem) \p{Lu}[\p{L}-]+|(?:Am|An der|An den|An'n|Im|In der|In den|In'n|Zum|Zur|Auf dem|Auf der|Auf'm|Beim|Unter den|Hinter dem|Hinter der|Vor dem|Achter|Achtern|Achterm|Op de[nr]?|Bi de|Upp'n|Zu den) (?:\p{Lu}[\p{L}-]+ )?\p{Lu}[\p{L}-]+|(?:AM|IM|AN DER|AN DEN|IN DER|ZUM|ZUR|AUF DEM|AUF DER) (?:\p{Lu}{3,} )?\p{Lu}{3,})(?:\s|(?<=[Ss]tr\.))(?:[Nn]r\.?\s)?(?!(?:1[89]|20)\d{2}\b)\d{1,4}½?(?:\s?[a-hA-H](?![\p{L}]))?(?:/[IVX]{1,3}\b|\s?(?:[-–/+]|bis|und)\s?\d{1,4}\s?(?:[a-h](?!\p{L}))?)?(?:,?\s(?:(?:\d\.\s?(?i:OG|Stock|Etage)|(?i:erster|zweiter|dritter|vierter|fünfter)\s(?i:Stock|Etage)|(?i:ptr\.?|parterre|Keller)(?:\s(?:re|li)\.)?|\d(?:st|nd|rd|th) floor|int\. \d+|EG|DG|Erdgeschoss|Dachgeschoss|Souterrain|Tor \d+|Haus (?:\p{Lu}|\d+)\b|App\. ?\d+|Apartment \d+|Wohnung \d+|Block \p{Lu}|\d+(?:er?|ème) étage|(?:кімната|комната|кв\.|pok\.|m\.|daire) \d+|Zi\.? \d+|Zimmer \d+|Hinterhaus|WE \d+|Whg\.? \d+)(?:\s(?:links|rechts|mitte))?|links|rechts)){0,2}(?:\s\(\p{Lu}\p{Ll}+\))?" + Zip + @"?(?:,\s(?:Ortsteil \p{Lu}\p{L}+|OT \p{Lu}\p{L}+|Musterstadt|Kernstadt|Altenrode|Nordfeld|Süderwiek|Lindhorst|Mühlenbeck)\b)?" + Town + @"?)(?![\d.,]*\d|\s?(?:Uhr|€|Euro|EUR|%|Prozent|Tag|Woche|Monat|Jahr|Stunde|Minute|Person|Kind|Meter|km\b|m\b|Grad|cm|kg|Stück))", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Street();

    [GeneratedRegex(@"(?<v>\bPostfach\s\d{1,2}(?:\s?\d{2}){1,2}" + Zip + @"?|\b(?:Haus|Wohnhaus|Mietshaus|Doppelhaus|Elternhaus)\s[Nn]r\.?\s\d{1,3}(?:\s?[a-h]\b)?|\b(?:Haus|Residenz|Klinik|Stift|Heim|\p{Lu}\p{Ll}*(?:residenz|heim|klinik|stift))(?:\s(?:am|an der|im))?\s\p{Lu}[\p{L}-]+(?:,?\s(?:Haus \p{Lu}|Zimmer \d+|Apartment \d+|App\. \d+|Wohnung \d+)){1,2}" + Zip + "?)", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex House();

    [GeneratedRegex(@"(?<![\d.,/-])(?:(?:D-)?\d{5}|\d{2}-\d{3})\s(?:Bad\s|St\.\s|Neu\s|Alt\s|Groß\s|Klein\s)?\p{Lu}[\p{L}-]+(?:\s(?:an der|am|ob der|im|bei|in)\s\p{Lu}\p{L}+)?(?!\s?(?:€|Euro))", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex ZipPlace();

    [GeneratedRegex(@"\b\d{1,3}[a-z]?\s\p{Lu}\p{L}+(?:straße|strasse|weg|hag|ring|allee|gasse|kamp)\b(?:,\s(?:ground|first|second|third)\sfloor)?|\b\d{1,4}[a-z]?,?\s(?:rue|avenue|boulevard|place|chemin|allée)\s(?:de\s|du\s|des\s|la\s|l')*\p{L}+|\b\d{1,4}\s\p{Lu}\p{L}+\s(?:Street|Road|Avenue|Lane|Drive|Close|Way)\b(?:,\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?(?:\s[\dA-Z]{3,5}(?:\s\d[A-Z]{2})?)?)?|\b\d{2,5}\s(?:\p{Lu}\p{L}+\s)+(?:St|Rd|Ave|Ln|Dr|Blvd)\b(?:\s\d+)?(?:,\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)*(?:,\s[A-Z]{2}(?:\s\d{5})?)?)?|\b(?:Carrer|Calle|Via|Avenida|Rua|Piazza|Plaza|Rue|ulica)\s(?:\p{L}+\s){1,4}\d{1,4}(?:,\s(?:[A-Z]-)?\d{4,5}\s\p{Lu}\p{L}+(?:,\s\p{Lu}\p{Ll}+(?=[.,;)\n]|$))?)?|\b(?i:rue|avenue|boulevard|chemin|allée)\s(?:de\s|du\s|des\s|la\s|l')*\p{L}+,?\s\d{1,4}(?:,\s\d{4,5}\s\p{Lu}\p{L}+)?|\b(?:ul|al|вул|ул)\.\s?\p{L}+\.?,?\s\d{1,4}(?:/\d+)?(?:,\s(?:\d{2}-\d{3}\s)?\p{Lu}\p{L}+)?|\b\p{Lu}\p{L}+(?:gatan|vägen|gade|vej|straat|laan|utca|sokak|sokağı|caddesi)\s(?:No:?\s?)?\d{1,4}(?:,\s\d{3}\s?\d{2}\s\p{Lu}\p{L}+)?", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Foreign();

    // "…, Feldrain 2" or a line of its own: a street whose name does not say that it is one.
    [GeneratedRegex(@"(?:(?<=\n)|(?<=[,·]\s)|(?<=(?:[Ww]ohnen? in|Adresse|Anschrift|Objekt|wohnhaft)\s))" + Building + @"(?:\p{Lu}[\p{L}-]+\s)?\p{Lu}[\p{L}-]{3,}\s\d{1,3}(?!,\d)(?:\s?[a-h])?(?:,\s(?:Ortsteil|OT)\s\p{Lu}\p{L}+)?(?=\s*(?:[,·\n)]|$|\d{5}\s|\.(?:\s|$)|und\s))", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Segment();

    [GeneratedRegex(@"^(?:Im|Am|Zum|Zur|In der|An den|In den|Beim|Auf dem|Auf der) (?:\p{Lu}\p{L}+ )?(?:Jahre?n?|Telefon|Reihe|Monat|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Zimmer|Raum|Alter|Zeitraum|Durchschnitt|Absatz|Paragraf|Artikel|Stand|Schnitt|Etage|Umkreis|Abstand|Haushalt|Fall|Haus|Schalter|Gleis|Bescheid|Formular|Seite|Feld|Klasse|Platz|Tor|Parkplatz|Ausgang)\b|^(?:Reihe|Klasse|Station|Band|Linie|Quartal|Artikel|Ziffer|Punkt|Parzelle|Flur|Auflage|Breite|Höhe|Länge|Tiefe|\p{L}*umfang|\p{L}*gebühr|\p{L}*kosten|\p{L}*alter|\p{L}*bezirk|Technik|Montage|Kapitel|Nummer|Tage|Stunden|Telefon|Warteschleife|\p{L}*vertretung|\p{L}*leitung|Jahren|Blatt|Pflegegrad|Stand|Standort|Umsatz|Miete|Tafel|Beginn|Priorität|Saal|Bürgersteig|carport)\s\d|^(?:Grab|Feld|Los|Haus|Tor|Parkplatz|Stellplatz|Sitzplatz|Liegeplatz|Weg|Ort|Land|Platz|Gang|Hof|Park|See|Grund|Abteilung)\s\d|(?:wohngeld|bürgergeld|stellplatz|liegeplatz|parkplatz|ausland|deutschland|grabfeld|antrag|jahrgang|lehrgang|durchgang|eingang|vorgang|umgang|zugang|fußball|wochenmarkt|arbeitsmarkt|montag|vertrag|betrag|beitrag|freitag|sonntag|autobahn|straßenbahn|s-bahn|u-bahn|eisenbahn|regionalbahn|stadtbahn|startbahn)\s\d", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PersonalDataFinder.Patience)]
    private static partial Regex Timeish();
}
