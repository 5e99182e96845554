using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Finds the name under a letter: behind a closing, or alone in the last line.</summary>
internal static partial class SignatureFinder
{
    private const int Lines = 3;

    private const int TailLines = 6;

    public static void Find(SpanList spans)
    {
        var text = spans.Text;
        foreach (Match closing in Closing().Matches(text))
        {
            Below(spans, closing.Index + closing.Length);
        }

        // The last sentences are often nothing but name, street and phone.
        var trimmed = text.TrimEnd();
        var tail = trimmed.Length;
        for (var line = 0; line < TailLines && tail > 0; line++)
        {
            tail = trimmed.LastIndexOf('\n', tail - 1);
        }

        foreach (Match begin in Beginning().Matches(trimmed, Math.Max(tail, 0)))
        {
            Line(spans, begin.Index, trimmed.IndexOf('\n', begin.Index) is >= 0 and var end ? end : trimmed.Length, sure: false);
        }

        LowerCase(spans, trimmed);
    }

    // "… vielen dank jana berger": no capitals at all, but a first name before the last word.
    private static void LowerCase(SpanList spans, string text)
    {
        foreach (Match match in LowerCaseName().Matches(text))
        {
            var first = match.Groups["first"];
            if (match.Groups["after"].Success || (NameLists.IsFirstName(first.Value) && first.Value.Length > 2))
            {
                spans.Add(match.Index, match.Length, PersonalDataTypes.Name);
            }
        }
    }

    // The rest of the closing's line, and what stands below it until a name was seen.
    private static void Below(SpanList spans, int start)
    {
        var text = spans.Text;
        for (var line = 0; line < Lines && start < text.Length; line++)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            if (text[start..end].Any(char.IsLetterOrDigit))
            {
                if (Line(spans, start, end, sure: true) || line > 0)
                {
                    return;
                }
            }
            else
            {
                line--;
            }

            start = end + 1;
        }
    }

    private static bool Line(SpanList spans, int start, int end, bool sure)
    {
        var found = false;
        var strange = 0;
        foreach (Match part in Part().Matches(spans.Text[start..end]))
        {
            var joint = Joint().Match(part.Value).Length;
            var words = part.Value[joint..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is 0 or > 5)
            {
                break;
            }

            if (IsName(words, sure))
            {
                spans.Add(start + part.Index + joint, part.Length - joint, PersonalDataTypes.Name);
                found = true;
            }
            else if (!found && ++strange > 1)
            {
                break;
            }
        }

        return found;
    }

    private static bool IsName(string[] words, bool sure)
    {
        if (words.Length is 2 or 3 && NameLists.IsFirstName(words[0]) && words.All(w => Shaped().IsMatch(w)))
        {
            return true;
        }

        if (words.Any(w => w.Any(char.IsAsciiDigit) || (char.IsUpper(w[0]) && w.Length > 1 && !PersonFinder.IsFree(w.TrimEnd('.')))))
        {
            return false;
        }

        var known = words.Any(w => NameLists.IsFirstName(w) || NameLists.MayBeFirstName(w) || NameLists.IsSurname(w));
        var shaped = words.All(w => Shaped().IsMatch(w)) && words.Any(w => w.Length > 1 && !w.EndsWith('.'));
        return shaped && (sure || known || words.Length is 2 or 3) || (sure && known && words.Length <= 2);
    }

    [GeneratedRegex(@"(?:\b(?:(?:[Mm]it|[Vv]iele[n]?|[Bb]este[n]?|[Ll]iebe[n]?|[Ss]chöne[n]?|[Ff]reundliche[nr]?|[Hh]erzliche[nr]?|[Ss]onnige|[Nn]ette|[Gg]anz)\s(?:\p{L}+\s){0,2}?(?:Gr(?:ü|ue)(?:ß|ss)e[n]?|Gru(?:ß|ss)|gr(?:ü|ue)(?:ß|ss)e[n]?|gru(?:ß|ss))(?:\s(?:aus|von)\s(?:der\s|dem\s)?\p{Lu}\p{L}+)?|Gru(?:ß|ss)|gru(?:ß|ss)|Gr(?:ü|ue)(?:ß|ss)e|gr(?:ü|ue)(?:ß|ss)e|MfG|mfg|MFG|Mfg|LG|lg|Lg|VG|vg|BG|HG|Hochachtungsvoll|hochachtungsvoll|(?<=\n)(?:Ihre?|Euer|Eure)|Danke|danke|Vielen Dank|vielen dank|Dank|Tschüss|[Mm]it Dank|[Mm]oin moin|Best(?: regards| wishes)?|[Kk]ind regards|[Rr]egards|[Yy]ours(?: sincerely| faithfully)?|[Ss]incerely|Thanks|Thank you|[Cc]heers|Cordialement|[Bb]ien à vous|Salutations(?: distinguées)?|Merci|Pozdrawiam|Z poważaniem|Dziękuję|Saygılar(?:ımla|ımızla)?|Teşekkür(?:ler| ederim)|Selamlar|İyi günler|[ЗзСс] повагою|[Сс] уважением|Дякую|Спасибо|Щиро|Salutări|Cu stimă|Saludos)\b|مع (?:خالص )?(?:التحية|الشكر|تحياتي)|وشكرا|شكرا(?: جزيلا)?|با (?:تشکر|احترام|سپاس)|ممنون|متشکرم)(?:\s(?:im Voraus|und Grüße|und Gruß|schön|schonmal|sehr|von|vom|dir|Ihnen|euch))?[\s]?[,.!:;–-]*", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Closing();

    [GeneratedRegex(@"[^,;·|/()–•*_\t""„“]+?(?=$|\r|[,;·|/()–•*_\t""„“]|\s-\s|\sund\s|\s(?:geb\b|Tel\b|Handy\b|aus\b))", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Part();

    // A line, or a sentence within it; "v. Rhoden" begins none.
    [GeneratedRegex(@"(?:(?<=\n)|(?<=(?<!\b\p{L}{1,2})[.?!؟:)–]\s))(?=[\p{Lu}\p{IsArabic}])", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\s*(?:(?:und|u\.|&|and|et|i|ve)\s)?", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?<first>\p{Ll}{3,})(?:\s\p{Ll}{3,})?(?=[\s,]*(?:\d[\d./ -]*)?$|\s*,?\s\d{1,2}\.\d{1,2}\.\d{2})|(?<=\b(?<!mein?e?r?n? |seine |ihre |die |der |eine )(?:frau|herrn?|fam\.|familie)\s)(?<after>(?!hat|ist|war|und|kann|will|mit|nicht|sagte?|oder|auch|dann|wird|muss|soll|hatte|haben|sind|aber|diese|keine|eine|vom|dort|nach|kommt|geht|nimmt|doktor)\p{Ll}{4,}(?:-\p{Ll}{3,})?)\b", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex LowerCaseName();

    [GeneratedRegex(@"^(?:[\p{Lu}\p{IsArabic}][\p{L}'’]*(?:-\p{L}+)*\.?|von|van|de|der|den|zu|al|el|bin|da|dos)$", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Shaped();
}
