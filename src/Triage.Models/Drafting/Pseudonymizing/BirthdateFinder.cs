using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Finds dates of birth by the words around them, or by standing right behind a person in brackets or after a comma.</summary>
internal static partial class BirthdateFinder
{
    private const string Date = @"(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.?\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez|\p{IsCyrillic}+|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\.?\s(?:1[89]|20)\d{2})";

    public static void Find(SpanList spans)
    {
        spans.Add(Told(), PersonalDataTypes.Birthdate);
        spans.Add(ToldAfter(), PersonalDataTypes.Birthdate);
        spans.Add(ToldFar(), PersonalDataTypes.Birthdate);
        spans.Add(Bracketed(), PersonalDataTypes.Birthdate);
        spans.Add(LongAgo(), PersonalDataTypes.Birthdate);
    }

    /// <summary>After the people: a date right behind a name.</summary>
    public static void FindBehindNames(SpanList spans)
    {
        foreach (var name in spans.Spans.Where(s => s.Type == PersonalDataTypes.Name).ToList())
        {
            if (Behind().Match(spans.Text, name.End) is { Success: true } match && match.Index == name.End)
            {
                spans.Add(match.Groups["v"].Index, match.Groups["v"].Length, PersonalDataTypes.Birthdate);
            }
        }
    }

    [GeneratedRegex(@"\G[\s,(]{1,3}(?<v>\d{1,2}\.\s?\d{1,2}\.\s?(?:(?:19|20)\d{2}|\d{2}(?!\d)))", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Behind();

    [GeneratedRegex(@"(?:\bgeb(?:\.|oren)?|\bGeb(?:urts)?\.?-?\s?(?:datum|tag|dat\.|am)|\*|\bborn(?: on)?|\bDOB|\bdate of birth|\bdoğum(?: tarihi)?|\bgetauft|\bur(?:\.|odzon[ya])|\bn[ée]e?\b|\bdata urodzenia|\bнар(?:\.|один\p{L}*)|\bрод(?:\.|ил\p{L}*)|\bд\.?\s?р\.?|\bдата (?:народження|рождения)|\bJahrgang|تاريخ الميلاد|مواليد|متولد|تولد)(?:\s(?:am|on|le|in \p{L}+))?(?:\s?\p{L}{0,12})?[\s:,]{0,3}(?:am |den )?(?<v>" + Date + ")", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PersonalDataFinder.Patience)]
    private static partial Regex Told();

    // So old a day is nearly always one of birth; a later one where it stands alone between commas or brackets.
    [GeneratedRegex(@"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?19[0-6]\d(?!\d|\.\d)|(?<=[,;(]\s?)\d{1,2}\.\s?\d{1,2}\.\s?(?:19\d{2}|200\d|201[0-5])(?=\s?(?:[,;)\n]|\.(?:\s|$)|$))", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex LongAgo();

    // The word and the date in one sentence: "urodziłam się w Musterstadt 3 maja 1994", "wurde am 9. April im Klinikum geboren".
    [GeneratedRegex(@"\b(?:geboren\s(?:bin ich|wurde(?:\s\p{L}+){1,2}|ist(?:\s\p{L}+){1,2})|urodzi\p{L}+|born|né[e]?|doğ(?:du\p{L}*|umlu)|род(?:ил\p{L}+|им\p{L}+)|народи\p{L}+)\b[^.!?\n\d]{1,40}?(?<v>" + Date + @"|(?:19|20)\d{2}(?!\d))|\b(?:wurde|ist|kam|bin|war|wurden|sind)\s(?:heute\s)?am\s(?<v>\d{1,2}\.\s?(?:\p{Lu}\p{L}+|\d{1,2}\.)(?:\s?(?:19|20)\d{2})?)(?=[^.!?\n\d]{1,50}(?:geboren|zur Welt))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PersonalDataFinder.Patience)]
    private static partial Regex ToldFar();

    [GeneratedRegex(@"(?<v>" + Date + @")\s?(?:geboren|zur Welt|doğumlu|in \p{Lu}\p{L}+ geboren|года рождения|г\.\s?р)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PersonalDataFinder.Patience)]
    private static partial Regex ToldAfter();

    [GeneratedRegex(@"\p{Lu}\p{Ll}+\s?[(,]\s?(?<v>\d{1,2}\.\d{1,2}\.(?:19\d{2}|20[01]\d))(?:\)|,|$|\n)", RegexOptions.CultureInvariant | RegexOptions.Multiline, PersonalDataFinder.Patience)]
    private static partial Regex Bracketed();
}
