using System.Text.RegularExpressions;

namespace Triage.Models.Intake;

/// <summary>The words and forms of attributions, language by language.</summary>
internal static partial class Attribution
{
    [GeneratedRegex(@"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}(\.|th|st|nd|rd|er)?\s+(de\s+)?\p{L}{3,12}\.?,?\s+(de\s+)?\d{4}\b|\b\p{L}{3,12}\.?\s+\d{1,2}(th|st|nd|rd)?,?\s+\d{4}\b|\d{4}\s?[年년]|\b\d{4}\. ?\d{1,2}\. ?\d{1,2}|\b\p{L}{2,9}\.?,\s*\p{L}{3,10}\.?\s+\d{1,2}\b|\b\d{1,2}\.?\s+thg\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b\d{1,2}\s?[:.hH]\s?\d{2}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Time();

    // After the opening word come at most four words before the first digit: "Am Donnerstag, den 5. Februar".
    [GeneratedRegex(@"^(on|at|am|le|el|em|il|op|w dniu|dnia|dne|dňa|den|dnya|ngày|vào|pada|på|la data de|data de|în data de|στις|la|tarihinde|na|dana|dne|pe|a|в|on the|kl|在|於|于)\s*[,:]?\s*([\p{L}.'’-]+[\s,.]+){0,4}\(?\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(\p{L}{2,12}\.?,?\s+)?\(?\d{1,4}([./-]|\s?[年년]|\.?\s+\p{L}{3,})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateFirst();

    [GeneratedRegex(@"(\bwrote|\bwrites|\bsaid|\bschrieb(en)?|\bgeschrieben|\bschreef|\bgeschreven|a écrit|\bécrit|\bescribió|\bescreveu|\bha scritto|\bnapisał|\bpisze|\bnapsal|\bnapísal|написал|\bпишет|написав|\bпише|\bнаписа|\byazd[ıi]|\byazmış|\bskrev|\bkirjoitti|\bírta|\ba scris|\bje napisa|\bnapisao|\bnapisala|\bје написа|έγραψε|写道|寫道|작성|のメール|書きました|đã viết|كتب|כתב|va escriure|\brašė|\brakstīja|\bkirjutas|\bshkroi)\b?.{0,160}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInVerb();

    [GeneratedRegex(@"\b([Ii]ch|mir|mich|[Uu]ns|[Ww]ir|I|me|us|[Ww]e)\b(?![@.'’])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} (GMT|UTC)[+-]\d{1,2}(:\d{2})?\b.{0,80}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateThenZone();

    [GeneratedRegex(@"^(\p{L}{2,12}\.?,?\s+)?\d{1,4}([./-] ?\d{1,2}[./-] ?\d{1,4}|\.?\s+(de\s+)?\p{L}{3,12}\.?,?\s+(de\s+)?\d{4}|年)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullDateFirst();

    [GeneratedRegex(@"^[\p{L}""'. -]{2,60}\s(schrieb|wrote|kirjoitti|a écrit|skrev|escribió|schreef|napisał\(?a?\)?)\s.{0,20}\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}.{0,20}\d{1,2}[:.]\d{2}.{0,10}:$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NameVerbDate();

    [GeneratedRegex(@"^(zitat von|quoting|citando a|citation de|quote von)\s.{3,120}:$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoting();
}
