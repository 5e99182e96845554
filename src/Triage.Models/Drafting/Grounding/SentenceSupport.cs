using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Where a sentence is said in the sources: how much of it, by rare words, and in which unit.</summary>
internal sealed record SentenceMatch(double Coverage, TextUnit? Unit);

/// <summary>Measures whether a source says what a sentence says.</summary>
internal sealed partial class SentenceSupport(IReadOnlyList<TextUnit> sources, Rarity rarity)
{
    private const double Neighbours = 0.93;

    private static readonly FrozenSet<string> Courtesy = """
        dank danke herzlich freundlich gruß grüße besten viele guten tag morgen hallo moin geehrte geehrter damen herren frau herr
        nachricht anfrage schreiben mail e-mail frage fragen anliegen rückfrage rückfragen antwort antworten beantworten helfen hilfe
        weiterhelfen verfügung stehen stehe steht wenden weitere weiteren hoffen wünschen melden mitteilen team auftrag betreff bezug
        verständnis geduld zuschrift hinweis interesse freuen freut gerne schönen rund thema angaben folgende folgendes folgenden
        kurz informationen auskunft einzelnen punkten vorab zusammengestellt verstanden erreichen jederzeit finden unten oben
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Words.Stem).ToFrozenSet();

    /// <summary>Whether the unit says nothing that could be wrong: greeting, thanks, closing, a name, a heading line.</summary>
    public static bool IsCourtesy(TextUnit unit)
    {
        var text = unit.Text.Trim();
        var words = unit.Words.Where(w => !Courtesy.Contains(w.Stem)).ToList();
        if (unit.Statements.Count == 0 && (words.Count == 0 || Opening().IsMatch(text)))
        {
            return true;
        }

        var ends = text[^1] is '.' or '!' or '?' || text.EndsWith(']');
        return !ends && unit.Words.Count <= 5 ? true : text.EndsWith(':') && unit.Words.Count <= 6 || text.EndsWith('?');
    }

    public SentenceMatch Best(TextUnit sentence)
    {
        var words = sentence.Words.Where(w => !Courtesy.Contains(w.Stem)).Select(w => w.Stem).Distinct().ToList();
        if (words.Count == 0)
        {
            return new SentenceMatch(1, null);
        }

        var best = new SentenceMatch(0, null);
        for (var i = 0; i < sources.Count; i++)
        {
            var alone = Coverage(words, Stems(sources[i]));
            best = alone > best.Coverage || (alone == best.Coverage && IsPlainer(sources[i], best.Unit, sentence)) ? new SentenceMatch(alone, sources[i]) : best;
            if (i + 1 < sources.Count && sources[i + 1].Source == sources[i].Source)
            {
                var both = Neighbours * Coverage(words, [.. Stems(sources[i]), .. Stems(sources[i + 1])]);
                best = both > best.Coverage ? new SentenceMatch(both, sources[i]) : best;
            }
        }

        return best;
    }

    /// <summary>Whether one denies what the other says.</summary>
    public static bool Contradict(TextUnit one, TextUnit other) => Negation().IsMatch(one.Text) != Negation().IsMatch(other.Text);

    // Of two sentences with the same words the one that does not deny is meant.
    private static bool IsPlainer(TextUnit one, TextUnit? other, TextUnit sentence) =>
        other is not null && Contradict(sentence, other) && !Contradict(sentence, one);

    private double Coverage(List<string> words, List<string> source)
    {
        double all = 0, held = 0;
        foreach (var word in words)
        {
            var weight = rarity.Of(word);
            all += weight;
            held += weight * source.Max(s => Words.Likeness(word, s));
        }

        return held / all;
    }

    private static List<string> Stems(TextUnit unit) => [.. unit.Words.Concat(unit.LeadIn).Concat(unit.Heading).Select(w => w.Stem).Append("=")];

    [GeneratedRegex(@"^(?:Guten Tag|Guten Morgen|Hallo|Moin|Sehr geehrte|Liebe|(?:vielen|herzlichen|besten) Dank (?:für|dass)|danke für|Sie (?:haben|hatten) (?:uns )?(?:gefragt|geschrieben|nach|Fragen)|Sie (?:fragen|schreiben|möchten wissen|wollten wissen)|Wir haben Ihre|Ihre Nachricht|Ihr Schreiben|zu Ihrer Frage|(?:gern|gerne) (?:beantworte|geben|helfe|informiere)|(?:Mit )?(?:freundlichen|besten|herzlichen|vielen) Grüßen?|(?:Wenn|Falls|Sollten) Sie (?:noch |weitere )*Fragen|Bei (?:Rückfragen|Fragen|weiteren Fragen)|Bitte (?:melden|wenden) Sie sich|Ihre Stadt|i\. ?A\.|Im Auftrag|Dafür (?:haben|bitten) wir|(?:[Aa]lles Gute|[Gg]ute (?:Reise|Besserung|Fahrt)|[Vv]iel (?:Spaß|Erfolg|Freude|Glück)|[Hh]erzlichen Glückwunsch|[Ww]ir gratulieren|[Bb]is bald|[Ss]chön(?:en?)? (?:Tag|Woche|Wochenende|Urlaub)|(?:wie |was für ein )?(?:schön|toll|gut)\w*,? dass|was für ein)|Ihre (?:Nachfrage|Rückfrage|Beschwerde|Sorge)|gern(?:e)? (?:erkläre|stelle|fasse)|Es tut uns leid|Wir bedauern|Wir bitten (?:Sie )?um)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(?:nicht|kein(?:e[nmrs]?)?|nie(?:mals)?|weder|keinesfalls|keineswegs)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Negation();
}
