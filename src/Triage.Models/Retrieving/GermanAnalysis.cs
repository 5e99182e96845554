using System.Collections.Frozen;
using Lucene.Net.Analysis.De;

namespace Triage.Models.Retrieving;

/// <summary>
/// Words of a text as the lexical search compares them: lower case, umlauts and their transliterations alike
/// (ä, ae and a; ß and ss), stop words left out, inflection cut off (Savoy's light German stemmer).
/// </summary>
internal static class GermanAnalysis
{
    private static readonly FrozenSet<string> StopWords = (
        "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin bis bist bitte "
        + "da dabei dafür damit danach dann daran darauf daraus darf darin darüber das dass dasselbe davon dazu dein deine dem den denn der deren "
        + "des dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch durfte dürfen ein eine einem einen einer eines einmal "
        + "er es etwa etwas euch euer eure falls für gab ganz geben gegen gegenüber gehen geht gibt ginge gut habe haben hallo hat hatte hatten hätte "
        + "hätten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins ist ja jede jedem jeden jeder jedes "
        + "jetzt kann kannst kein keine keinem keinen keiner können könnte könnten machen mal man mein meine meinem meinen meiner meines mich mir "
        + "mit muss müssen müsste nach nein nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so "
        + "solche soll sollen sollte sondern sonst sowie trotzdem über um und uns unser unsere unserem unseren unserer unter viel vom von vor "
        + "während war waren warum was weg weil weiter welche welchem welchen welcher welches wenn wer werde werden wem wen wessen weshalb wie wieder wieso "
        + "will wir wird wo wobei woher wohin wofür woran worauf wollen wollte wurde wurden würde würden zu zum zur zwar zwischen "
        + "the of and to in is are for on with what which how do does can")
        .Split(' ').Select(w => Normalize(w)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words with their order and repetitions, folded but not yet stemmed, stop words left out.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                var word = Normalize(text.AsSpan(start, i - start));
                start = -1;
                if ((word.Length > 1 || char.IsDigit(word[0])) && !StopWords.Contains(word))
                {
                    yield return word;
                }
            }
        }
    }

    /// <summary>A folded word without its inflection.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 4 || char.IsDigit(word[0]))
        {
            return word;
        }

        var letters = word.ToCharArray();
        return new string(letters, 0, new GermanLightStemmer().Stem(letters, letters.Length));
    }

    // After the German2 variant of Snowball: ae, oe and ue fold like ä, ö and ü, but not "ue" after a vowel or q (neue, Quelle).
    private static string Normalize(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 64 ? stackalloc char[128] : new char[word.Length * 2];
        var length = 0;
        var mayFold = false;
        foreach (var letter in word)
        {
            var c = char.ToLowerInvariant(letter);
            if (c == 'e' && mayFold)
            {
                mayFold = false;
                continue;
            }

            mayFold = c is 'a' or 'o' || (c == 'u' && !(length > 0 && folded[length - 1] is 'a' or 'e' or 'i' or 'o' or 'u' or 'q'));
            folded[length++] = Plain(c);
            if (c == 'ß')
            {
                folded[length++] = 's';
            }
        }

        return new string(folded[..length]);
    }

    private static char Plain(char c) => c switch
    {
        'ä' or 'à' or 'á' or 'â' => 'a',
        'ö' or 'ó' or 'ò' or 'ô' => 'o',
        'ü' or 'ú' or 'ù' or 'û' => 'u',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'ß' => 's',
        _ => c,
    };
}
