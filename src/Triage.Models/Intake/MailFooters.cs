using System.Buffers;
using System.Text.RegularExpressions;

namespace Triage.Models.Intake;

/// <summary>Recognises the lines that programs add below what a person wrote.</summary>
internal static partial class MailFooters
{
    private static readonly SearchValues<string> Devices = SearchValues.Create(
        [
            "iphone", "ipad", "android", "samsung", "galaxy", "huawei", "xiaomi", "redmi", "outlook", "mail", "gmx", "web.de", "t-online",
            "telekom", "blackberry", "windows", "phone", "handy", "mobil", "tablet", "telefon", "telefoon", "k-9", "yahoo", "proton",
            "nokia", "sony", "pixel", "typeapp", "yandex", "яндекс", "spark", " app", "thunderbird", "телефон", "смартфон", "puhelim",
            "celular", "móvil", "cellulare", "portable",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>"-- " and its relatives, alone on a line (RFC 3676 section 4.3).</summary>
    public static bool IsSignatureMark(string line) => line.Trim() is "--" or "—" or "––" or "__" or "–" or "- --";

    /// <summary>"Von meinem iPhone gesendet" and the like; a sentence that goes on is a person's.</summary>
    public static bool IsMobile(string line)
    {
        if (line.Length is < 6 or > 300 || !(line.AsSpan().ContainsAny(Devices) || Whole().IsMatch(line)))
        {
            return false;
        }

        var bare = Link().Replace(line, "").Trim();
        return bare.Length is > 5 and < 120 && !Clause().IsMatch(bare) && Sent().IsMatch(bare);
    }

    /// <summary>A drawn line.</summary>
    public static bool IsRule(string line)
    {
        var bare = line.Trim();
        return bare.Length >= 3 && bare.All(c => c is '-' or '_' or '=' or '*' or '~' or '#' or '—' or '–' or ' ');
    }

    /// <summary>
    /// True when below the drawn line <paramref name="rule"/> stand only a few short lines: either two of them with a
    /// telephone number, an address or a site, or at most four without a sentence and the rule set off from the text
    /// (a rule right below a line underlines a heading).
    /// </summary>
    public static bool IsSignatureBlock(IReadOnlyList<string> lines, int rule)
    {
        var block = lines.Skip(rule + 1).TakeWhile(l => !l.StartsWith('>')).Where(l => !string.IsNullOrWhiteSpace(l)).Take(17).ToList();
        if (block.Count is 0 or > 16 || block.Exists(l => l.Length > 80))
        {
            return false;
        }

        var setOff = rule > 0 && string.IsNullOrWhiteSpace(lines[rule - 1]);
        return block.Count(l => Contact().IsMatch(l)) >= 2
            || (setOff && block.Count <= 4 && block.TrueForAll(l => l.Length <= 50 && l.TrimEnd()[^1] is not ('.' or '!' or '?' or ':' or ',')));
    }

    /// <summary>The line of a closing formula.</summary>
    public static bool IsClosing(string line) => line.Length < 60 && Closing().IsMatch(line);

    /// <summary>A detail that only companies write below a letter.</summary>
    public static bool IsLegalDetail(string line) => line.Length < 300 && Legal().IsMatch(line);

    /// <summary>The first line of a mailing list's footer or of a legal notice.</summary>
    public static bool IsDisclaimer(string line) => line.Length > 20 && Disclaimer().IsMatch(line);

    [GeneratedRegex(@"[<\[(]\s?https?://[^\s>\])]{1,250}\s?[>\])]|https?://\S{1,250}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[,;?!]\s+\p{L}+\s+\p{L}+\s+\p{L}+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^\W{0,3}((sent|gesendet|geschickt|verfasst|getippt|envoyé|enviado|enviada|inviato|verzonden|verstuurd|sendt|skickat|skickades|lähetetty|wysłan[eoa]|wysłano|отправлено|надіслано|відправлено|odesláno|odoslané|elküldve|trimis|poslano|get outlook|outlook für|holen sie sich|laden sie|obtenir outlook|télécharger outlook|发自|發自)\b|(diese|dieses)\s.{1,80}\s(gesendet|verschickt|geschrieben)\W*$|von\s.{2,60}\s(gesendet|gesandt|verschickt)\W*$|.{2,60}\sgönderildi\W*$|.{2,40}(から送信|傳送)\W*$|yahoo mail\b|von .{0,20}mail für)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sent();

    [GeneratedRegex(@"^(发自|發自|отправлено из|sent from my \w+\W*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\W{0,4}((diese|die) (e-?mail|nachricht|mitteilung|information).{0,60}(vertraulich|ausschließlich|geschützte|rechtlich)|der inhalt dieser (e-?mail|nachricht)|(vertraulichkeits|datenschutz)hinweis\b|this (e-?mail|message|communication)( message)?,? (and|including|is intended|is confidential|may contain|contains)|the information (contained )?in this (e-?mail|message)|confidentiality notice|disclaimer\s*:|(bitte )?(denken|prüfen) sie (an die|der) umwelt|please consider the environment|diese e-?mail wurde von .{1,40} auf viren|virenfrei\b|virus-free\b|you received this message because you are subscribed|to unsubscribe from this)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Disclaimer();

    [GeneratedRegex(@"\S@\S|www\.|https?://|\b(tel|fon|fax|mobil|telefon|phone|skype)\b\s*[.:]|^[tfm][.:]\s*\+?\d|mailing list|\+\d{2}[ \d/()-]{6}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Contact();

    [GeneratedRegex(@"^\W{0,3}((mit )?(freundlich|herzlich|best|lieb|schön|viel|sonnig)(e[nmrs]?|st|sten)?\s+(grüß|gruß|gruss|grues|regards)|mfg\b|lg\b|vg\b|hochachtungsvoll|(kind|best|warm) regards|sincerely|yours )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Closing();

    [GeneratedRegex(@"(geschäftsführ|handelsregister|registergericht|\bHR[AB]\s?\d|amtsgericht\s|ust\.?-?id|umsatzsteuer-|steuernummer|sitz der gesellschaft|vorstand\s*:|aufsichtsrat|vorsitzende[r]?\s.{0,20}:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Legal();
}
