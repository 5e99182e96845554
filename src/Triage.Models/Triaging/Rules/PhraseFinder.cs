namespace Triage.Models.Triaging.Rules;

/// <summary>Whether words stand in a text one after the other, however they were typed.</summary>
internal static class PhraseFinder
{
    /// <param name="phrase">Words; a final "*" stands for any ending of the last one.</param>
    /// <param name="text">The words of the text.</param>
    public static bool Stands(string phrase, List<Word> text)
    {
        var wanted = TextAnalyzer.Words(phrase).ConvertAll(w => Street(w.Text));
        var open = phrase.TrimEnd().EndsWith('*');
        return wanted.Count > 0 && Enumerable.Range(0, Math.Max(0, text.Count - wanted.Count + 1)).Any(at => StandsAt(wanted, open, text, at));
    }

    private static bool StandsAt(List<string> wanted, bool open, List<Word> text, int at)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            var word = Street(text[at + i].Text);
            if (word != wanted[i] && !(open && i == wanted.Count - 1 && word.StartsWith(wanted[i], StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }

    // "Lindenstr." is how most people write a street.
    private static string Street(string word) => word.EndsWith("str", StringComparison.Ordinal) ? word + "asse" : word;
}
