using System.Text.RegularExpressions;
using Triage.Models.Inquiries;

namespace Triage.Models.Retrieving;

/// <summary>What a sentence of a message wants.</summary>
public enum ConcernKind
{
    /// <summary>"Was kostet das?", "wollte wissen, ob …"</summary>
    Question,

    /// <summary>"Bitte schicken Sie mir …", "Ich brauche …"</summary>
    Request,
}

/// <summary>A question or request in the citizen's words; <see cref="Start"/> is its place in the inquiry's text, in UTF-16 units.</summary>
public sealed record FoundQuestion(string Text, int Start, ConcernKind Kind);

/// <summary>Finds what a whole message asks, so that each question can be searched for and answered.</summary>
public static partial class QuestionFinder
{
    // A mail with more asks for a talk, and each costs a search.
    private const int Most = 5;
    private const int LongestIndirect = 40;

    /// <summary>At most five, questions before requests, each in the order of the text; empty when nothing is asked in so many words.</summary>
    public static IReadOnlyList<FoundQuestion> Find(Inquiry inquiry)
    {
        var text = inquiry.Text;
        return [.. Sentences.Find(text, 0, text.Length)
            .Select(s => Concern(text[s.Start..s.End], s.Start))
            .OfType<FoundQuestion>()
            .DistinctBy(q => q.Text)
            .OrderBy(q => q.Kind)
            .Take(Most)];
    }

    /// <summary>What one sentence wants; null: nothing in so many words.</summary>
    internal static ConcernKind? KindOf(string sentence) => Concern(sentence, 0)?.Kind;

    private static FoundQuestion? Concern(string sentence, int start)
    {
        if (Empty().IsMatch(sentence) || !GermanAnalysis.Words(sentence).Any())
        {
            return null;
        }

        if (sentence.AsSpan().TrimEnd(" \"“”»«)*_").EndsWith("?") || sentence.EndsWith('؟'))
        {
            return new FoundQuestion(sentence, start, ConcernKind.Question);
        }

        var words = sentence.AsSpan().Count(' ') + 1;
        return words > LongestIndirect ? null
            : Indirect().IsMatch(sentence) || Unmarked().IsMatch(sentence) ? new FoundQuestion(sentence, start, ConcernKind.Question)
            : Wish().IsMatch(sentence) ? new FoundQuestion(sentence, start, ConcernKind.Request)
            : null;
    }

    // "Ich wollte fragen, ob …", "Mir ist unklar, wann …"
    [GeneratedRegex(
        @"\b(wissen|frag\w*|interessier\w*|erfahren|unklar|unsicher|sagen|mitteilen|teilen|klären|herausfinden|verstehe\w*|auskunft|erklären|weiß)\b[^.!]{0,60}?\b(ob|wie|was|wann|wo|wer|wem|wen|warum|wieso|weshalb|wohin|woher|wofür|welche\w*|wieviel\w*)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Indirect();

    // Questions typed without their mark: "wie viele unterschriften brauch ich", "darf ich da grillen".
    [GeneratedRegex(
        @"^\W*((und|oder|also|hallo|moin|guten tag|servus)\W+)*((wann|wo|wer|wem|wie|was|warum|wieso|weshalb|wohin|woher|wofür|welche\w*|wieviel\w*|ab wann|bis wann|seit wann|ob)\b|(kann|können|könnte|darf|dürfen|muss|müssen|soll|sollen|gibt|gilt|gelten|brauch\w*|bekomm\w*|kriege?\w*|habe?n?|hat|ist|sind|wird|werden|geht|kostet|bin|zählt|stimmt)\s+(ich|man|wir|sie|er|es|das|der|die|mein\w*|unser\w*|ein\w*|eigentlich|denn|da)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unmarked();

    [GeneratedRegex(
        @"\b(bitte|bitten|möchten?|wollen|will|wünsche\w*|hätten?\s+gern\w*|würden?\s+gern\w*|benötig\w+|brauche\w?|beantrag\w+|könnten\s+sie|können\s+sie|schicken\s+sie|senden\s+sie|melde\b|suche\w?\b|please|need)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Wish();

    // Courtesies ask for nothing that an article could answer.
    [GeneratedRegex(
        @"^\W*((ich |wir )?(bitten?|danken?|freue\w*)\b[^.!?]{0,30}\b(rückmeldung|antwort|rückruf|nachricht|verständnis|hilfe|mühe|voraus|eingangsbestätigung|bestätigung des eingangs)|(vielen|herzlichen|besten) dank|danke|mit freundlichen|viele grüße|(können|könnten|würden) sie mir (bitte )?(da |dabei )?(weiter)?helfen|wie geht es ihnen|bitte melden sie sich)\b[^.?]{0,40}\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Empty();
}
