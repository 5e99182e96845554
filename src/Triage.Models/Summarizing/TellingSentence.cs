using System.Text.RegularExpressions;
using Triage.Models.Retrieving;

namespace Triage.Models.Summarizing;

/// <summary>What a clerk looks for in a history: what was asked, what was decided or is to be done, dates and amounts.</summary>
internal static partial class TellingSentence
{
    // Shares of the most central sentence's worth: what was asked first is level with it, whatever the others speak of.
    private const double Question = 1;
    private const double Request = 0.5;
    private const double Decision = 0.5;
    private const double Value = 0.2;

    public static double Bonus(ThreadSentence sentence) =>
        (sentence.Message == 0 ? Asked(sentence.Text) : 0)
        + (Decided().IsMatch(sentence.Text) ? Decision : 0)
        + (DateOrAmount().IsMatch(sentence.Text) ? Value : 0);

    /// <summary>Thanks, greetings and offers of help; one that goes on with "aber" or "leider" says something.</summary>
    public static bool IsCourtesy(string sentence) => Courtesy().IsMatch(sentence);

    private static double Asked(string sentence) => QuestionFinder.KindOf(sentence) switch
    {
        ConcernKind.Question => Question,
        ConcernKind.Request => Request,
        _ => 0,
    };

    [GeneratedRegex(
        @"\b(?:(?:zurück)?erstattet\w*|zurückgezahlt|überwiesen|bewillig\w*|genehmig\w*|abgelehnt|ablehn\w*|lehnen\b[^.!?]{0,80}\bab|zugestimmt|stattgegeben|aufgehoben|storniert|erledigt|abgeschlossen|eingestellt|gekündigt|widersprochen|vereinbart|verlängert|nach(?:zu)?reichen|nachgereicht|(?:reichen|senden|schicken|legen)\s+Sie\b[^.!?]{0,100}\b(?:nach|ein|vor|bei|bis)\b|bis\s+(?:spätestens|zum))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Decided();

    [GeneratedRegex(
        @"\b\d{1,2}\.\s?(?:\d{1,2}\.|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)|\d\s?(?:€|EUR\b|Euro\b)|€\s?\d",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateOrAmount();

    [GeneratedRegex(
        @"^\W*(?:(?:(?:vielen|herzlichen|besten|lieben|schönen)\s+dank|danke|(?:ich|wir)\s+danken?|mit\s+(?:freundlich|best|herzlich)\w*|(?:viele|liebe|beste|schöne)\s+grüße|(?:(?:ich|wir)\s+)?(?:bitten?|freue\w*|hoffe\w*)\b[^.!?]{0,40}\b(?:rückmeldung|antwort|rückruf|verständnis|hilfe|eingangsbestätigung)|haben\s+sie\s+(?:noch\s+|weitere\s+)*fragen|(?:bei|für)\s+(?:rück)?fragen|(?:wenn|falls|sollten)\s+sie\s+(?:noch\s+|weitere\s+|dazu\s+)*fragen|(?:können|könnten)\s+sie\s+mir\s+(?:bitte\s+)?(?:da\s+|dabei\s+)?(?:weiter)?helfen|sie\s+erreichen\s+uns|antworten\s+sie\s+einfach|diese\s+antwort\s+wurde\s+mit\s+unterstützung|ich\s+wünsche\s+ihnen|schönes\s+wochenende|einen\s+schönen|thank\s+you|thanks)\b)(?![^.!?]*\b(?:aber|jedoch|leider|allerdings|trotzdem|but)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Courtesy();
}
