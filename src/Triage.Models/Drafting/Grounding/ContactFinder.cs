using System.Text.RegularExpressions;
using PhoneNumbers;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Finds e-mail addresses, links, phone numbers and postal addresses.</summary>
internal static partial class ContactFinder
{
    public static void Find(StatementList list)
    {
        list.Add(Email(), StatementKinds.Email, m => m.Value.ToLowerInvariant());
        list.Add(Url(), StatementKinds.Url, m => NormalUrl(m.Value));
    }

    /// <summary>After dates have been taken, so that 01.03.2026 is no phone number.</summary>
    public static void FindPhonesAndAddresses(StatementList list)
    {
        list.Add(Phone(), StatementKinds.Phone, m => NormalPhone(m.Value));
        list.Add(LabelledPhone(), StatementKinds.Phone, m => Digits(m.Groups["n"].Value));
        list.Add(ShortNumber(), StatementKinds.Phone, m => Digits(m.Value));
        list.Add(Street(), StatementKinds.Address, m => NormalStreet(m));
        list.Add(Place(), StatementKinds.Address, m => $"{m.Groups["zip"].Value} {Words.Fold(m.Groups["place"].Value)}");
    }

    /// <summary>National digits with a leading 0; null for what cannot be a number.</summary>
    internal static string? NormalPhone(string text)
    {
        try
        {
            var number = PhoneNumberUtil.GetInstance().Parse(text, "DE");
            var national = number.NationalNumber.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return number.CountryCode == 49 ? "0" + national : $"+{number.CountryCode}{national}";
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string NormalUrl(string url)
    {
        var bare = url.TrimEnd('.', ',', ';', ':', '!', '?', ')').ToLowerInvariant();
        bare = bare[(bare.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..];
        return (bare.StartsWith("www.", StringComparison.Ordinal) ? bare[4..] : bare).TrimEnd('/');
    }

    private static string? NormalStreet(Match match)
    {
        var street = match.Groups["street"].Value.Trim();
        if (NoStreet().IsMatch(street))
        {
            return null;
        }

        var folded = string.Join(' ', street.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Words.Stem));
        folded = ShortStreet().Replace(folded, "strass").Replace(" ", string.Empty, StringComparison.Ordinal);
        return $"{folded} {string.Concat(match.Groups["no"].Value.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant()}";
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}", RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex Email();

    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>‹›""„“\])]+[^\s<>‹›""„“\]).,;:!?]|\b[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:de|com|org|net|eu|info|example|gov|at|ch|nrw)\b(?:/[^\s<>‹›""“\])]*[^\s<>‹›""“\]).,;:!?])?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    internal static partial Regex Url();

    [GeneratedRegex(@"(?<![\d.,/-])(?:\+\d{2}|00\d{2}|\(0\d{2,5}\)|0\d)(?:[\d\t ()/–-]|\.(?!\s)){4,18}\d(?![\d%])", RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex Phone();

    [GeneratedRegex(@"\b(?:Durchwahl|Apparat|Tel(?:efon)?(?:nummer)?|Rufnummer|Notruf|Nummer|Hotline)\b\.?:?\s(?:der |die |den |lautet |ist )?(?<n>\d{2,6}(?:[ /-]\d{1,6}){0,3})(?!\d|[.,]\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LabelledPhone();

    [GeneratedRegex(@"(?<![\d.,§-])(?:(?<!\p{Lu}\p{Ll}+ )(?:110|112|115)|116\s?11[67])(?![\d]|[.,]\d|\s?(?:€|Euro|%|Prozent|Tage|Liter|kg|m\b|m²|Meter|Quadrat|Personen|Cent|Stunden|Minuten))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortNumber();

    [GeneratedRegex(@"\b(?<street>(?:\p{Lu}[\p{L}]*[- ]){0,2}?(?:\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|markt|stieg|pfad|chaussee|kamp|graben|deich|steig|hof|berg|winkel|wall|twiete|brücke|tor|garten)|(?:Straße|Str\.|Weg|Platz|Allee|Ring|Damm|Markt)|(?:Am|An der|An den|Im|In der|In den|Zum|Zur|Auf dem|Auf der|Beim|Unter den|Hinter dem|Hinter der|Vor dem|Achtern|Op de) \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?))\s(?<no>\d{1,4}(?:\s?[a-z]\b)?(?:\s?[-–/]\s?\d{1,4}\s?[a-z]?\b)?)(?![\d.,]*\d|\s?(?:Uhr|€|Euro|%|Prozent|Tage|Wochen|Monate|Jahre|Stunden|Minuten|Personen|Kinder|Meter|km))", RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex Street();

    [GeneratedRegex(@"\b(?<zip>\d{5})\s(?<place>\p{Lu}[\p{L}-]+(?:\s(?:an der|am|ob der|im|bei)\s\p{Lu}\p{L}+)?)", RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex Place();

    [GeneratedRegex(@"^(?:Im|Am|Zum|Zur|In der|An den|In den) (?:Jahr|Jahre|Monat|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Zimmer|Raum|Alter|Zeitraum|Durchschnitt|Absatz|Paragraf|Artikel|Uhr|Stand|Schnitt|Etage|Umkreis|Abstand|Haushalt|Fall)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoStreet();

    [GeneratedRegex(@"str\.?$|strasse$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortStreet();
}
