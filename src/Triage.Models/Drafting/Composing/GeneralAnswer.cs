using System.Text.RegularExpressions;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.Composing;

/// <summary>
/// Whether a general text could answer a message: <c>answerable</c> in the conventions of data/municipality. Reports, complaints
/// and ideas want to be heard, how a matter stands and where papers belong only its file says; a page of rules would read like
/// a rebuff. What the search found still stands beside the draft for a person to take from.
/// </summary>
/// <remarks>
/// On the 610 golden inquiries .83 of the unanswerable are known so, and .04 of the answerable are lost; without the exception for
/// questions of fact .85 and .04, without the one for unsure kinds .89 and .06.
/// </remarks>
public static partial class GeneralAnswer
{
    // A mere suspicion would keep an answer back.
    private const double SureOfKind = 0.5;

    private static readonly string[] OfTheFile = ["sachstand", "unterlagen"];

    /// <summary>Who reports, complains or has an idea: what was told wants to be heard.</summary>
    internal static readonly string[] OnlyTold = ["meldung", "beschwerde", "lob_idee"];

    /// <summary>Kinds of message that ask for none; a question of fact among them is the exception.</summary>
    public static IReadOnlyList<string> UnwantedKinds { get; } = [.. OfTheFile, .. OnlyTold];

    /// <summary>Whether this message asks for one.</summary>
    public static bool IsWanted(DraftRequest request)
    {
        var (kind, kinds) = (request.Classification.Kind, request.Classification.Kinds);
        if (kinds.FirstOrDefault(k => k.Id == kind) is { Confidence: < SureOfKind })
        {
            return true;
        }

        return !OfTheFile.Contains(kind) && (!OnlyTold.Contains(kind) || request.Found.Questions.Any(q => AsksForFacts(q.Question)));
    }

    // "Was kostet das?" in a complaint wants an answer; "Warum macht ihr das?" wants to be heard.
    private static bool AsksForFacts(FoundQuestion question) => question.Kind == ConcernKind.Question && Fact().IsMatch(question.Text);

    [GeneratedRegex(
        @"\b(?:was kostet|kosten|wie viele?|wieviele?|welche\w*|wo|wohin|an wen|wie (?:kann|lange|oft|komme|melde|beantrage|geht)|darf|dürfen|muss ich|müssen wir|könnte|kann (?:ich|man)|können wir|brauche\w*|gibt es|gilt|gelten|ist (?:das|es) erlaubt)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fact();
}
