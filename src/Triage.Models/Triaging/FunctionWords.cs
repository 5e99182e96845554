using System.Collections.Frozen;

namespace Triage.Models.Triaging;

/// <summary>
/// Tells by the most frequent small words whether a text is plainly German (then no detector need be loaded) or plainly
/// in a language that the router has never seen: a detector of nine languages would name one of its nine for those.
/// Words are in normalised spelling and as good as absent from German and the other eight.
/// </summary>
internal static class FunctionWords
{
    public enum Verdict
    {
        Open,
        German,
        Foreign,
    }

    private const int EnoughGerman = 3;
    private const int EnoughForeign = 3;

    private static readonly FrozenSet<string> German = Set(
        "der die das und ist nicht ich sie wir mit fuer auf ein eine einen einem den dem des zu von bei im am auch noch wie was wann wo wer "
        + "hat habe haben wird werden kann koennen bitte mein meine meinen meiner ihr ihre ihnen uns unser aber oder wenn dass schon nur seit "
        + "nach aus vor ueber zum zur es sich man mir mich keine kein sind war bin hallo moin geehrte danke gruesse");

    // Known languages that share small words with the ones below.
    private static readonly FrozenSet<string> KnownLatin = Set(
        "the and is of to in you i for my we are have with please not it on this "
        + "le la les des est je vous que pour dans une un nous pas et sur mon ma au "
        + "ve bir bu icin ile ben degil var ne da de "
        + "i w nie sie na z do jest ze to o za jak prosze");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Foreign = new Dictionary<string, FrozenSet<string>>
    {
        ["es"] = Set("el los las una por para con del que como pero muy mi se lo su estoy tengo puede donde cuando hola gracias buenos necesito quiero"),
        ["it"] = Set("il lo gli una per con del della che non sono come ma mio mia alla nel dove quando vorrei buongiorno grazie ho posso anche questo"),
        ["pt"] = Set("os uma por para com do da que nao mas muito meu minha em no na eu voce onde quando obrigado preciso bom ola tenho posso"),
        ["nl"] = Set("het een van ik niet zijn voor met dat op aan ook maar naar wij jullie graag kan hoe waar mijn heb uw goedendag bedankt geen deze"),
        ["ro"] = Set("si este nu pentru cu care din sunt unde cand mea meu va rog multumesc buna ziua vreau pot am ce la de sa"),
        ["sq"] = Set("dhe eshte nuk per me qe nje ne si ku kur jam kam mund faleminderit pershendetje te i e nga kjo duhet"),
        ["hr"] = Set("je sam nije za sa koji kako gdje gde kada molim hvala imam moj moja moze ili su smo bih da se dobar dan trebam zelim"),
        ["hu"] = Set("az egy es nem hogy van volt meg kerem koszonom szeretnek hol mikor nekem vagyok is mert jo napot ez a"),
        ["cs"] = Set("je jsem neni pro se ktery jak kde kdy prosim dekuji mam muj moje nebo jsou bych dobry den chci potrebuji ze na"),
        ["sv"] = Set("och det som jag ar inte en for med pa att av har kan vi min hur var nar tack hej skulle vill till"),
        ["da"] = Set("og det som jeg er ikke en for med pa at af har kan vi min hvordan hvor naar tak hej skulle vil til"),
        ["vi"] = Set("toi la cua va khong co cho voi mot nguoi nhu duoc nay den xin cam on o dau khi"),
        ["id"] = Set("yang dan di tidak saya untuk dengan ini itu ada bisa kami apa bagaimana terima kasih ingin dari ke"),
        ["so"] = Set("waa iyo ma in ka ku oo la waxaan fadlan mahadsanid sidee halkee goorma aan u soo"),
        ["ku"] = Set("ez u li bi ji ku di de ne xwe min te ew em hun spas silav kengi cawa dixwazim"),
    }.ToFrozenDictionary();

    /// <summary>Whether there is any small word of a language with Latin script that the router knows.</summary>
    public static bool Any(List<Word> words) => words.Any(w => German.Contains(w.Text) || KnownLatin.Contains(w.Text));

    public static Verdict Judge(List<Word> words)
    {
        var german = words.Count(w => German.Contains(w.Text));
        var known = Math.Max(german, words.Count(w => KnownLatin.Contains(w.Text)));
        var (hits, distinct) = Foreign.Values
            .Select(set => (Hits: words.Count(w => set.Contains(w.Text)), Distinct: words.Select(w => w.Text).Where(set.Contains).Distinct().Count()))
            .MaxBy(h => h.Hits);
        if (distinct >= EnoughForeign && hits > 1.5 * known && hits * 5 >= words.Count)
        {
            return Verdict.Foreign;
        }

        return german >= EnoughGerman && german * 6 >= words.Count && german > 1.5 * hits ? Verdict.German : Verdict.Open;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
