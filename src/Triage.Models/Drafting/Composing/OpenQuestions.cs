using System.Text.RegularExpressions;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.Composing;

/// <summary>The citizen's questions that a letter leaves open: only those that ask for something, and quoted briefly.</summary>
internal static partial class OpenQuestions
{
    private const int MostQuoted = 2;
    private const int LongestQuoted = 110;
    private const int FewestWords = 3;

    /// <summary>Whether it asks for an answer; "Wie lange soll das noch so gehen?!" does not.</summary>
    public static bool IsReal(FoundQuestion question) =>
        question.Kind == ConcernKind.Question
        && question.Text.TrimEnd().EndsWith('?')
        && !question.Text.Contains('!', StringComparison.Ordinal)
        && question.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords
        && question.Text.Count(char.IsUpper) * 2 < question.Text.Count(char.IsLetter)
        && !Complaint().IsMatch(question.Text);

    /// <summary>A paragraph for each, at most two.</summary>
    public static IEnumerable<string> Quoted(IEnumerable<string> questions) => questions.Take(MostQuoted).Select(LetterFrame.Open);

    /// <summary>A question without its number in the citizen's list, cut between words where it is long.</summary>
    public static string Brief(string question)
    {
        var bare = ListMark().Replace(question.ReplaceLineEndings(" ").Trim(), string.Empty);
        return bare.Length <= LongestQuoted ? bare : bare[..bare.LastIndexOf(' ', LongestQuoted)] + " …";
    }

    [GeneratedRegex(@"\b(?:was soll das|wie lange (?:soll|muss|müssen|wollen)\b.*\bnoch|geht'?s noch|kann (?:das|es) (?:denn )?(?:sein|wahr sein)|ist das (?:euer|ihr) ernst|wofür zahl\w*|wozu zahl\w*|schämen|muss (?:erst|denn)|wer (?:denkt|macht) sich|oder (?:was|wie)\?)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Complaint();

    [GeneratedRegex(@"^(?:(?:Fragen?|Meine Fragen?)\s?:\s*)?(?:\d{1,2}[.)]|[a-e]\)|[-*•])?\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListMark();
}
