using Triage.Models.Drafting.Grounding;
using Triage.Models.Drafting.LanguageModels;
using Triage.Models.Drafting.Pseudonymizing;

namespace Triage.Models.Summarizing;

/// <summary>Reads a model's summary, or refuses it.</summary>
internal static class SummaryReader
{
    /// <summary>JSON schema of the answer.</summary>
    public const string Schema = """
        {"type":"object","additionalProperties":false,"required":["sentences"],"properties":{"sentences":{"type":"array","items":
        {"type":"object","additionalProperties":false,"required":["text","mails"],"properties":{"text":{"type":"string"},"mails":{"type":"array","items":{"type":"string"}}}}}}}
        """;

    private const int LongestSentence = 400;

    /// <param name="json">The model's answer.</param>
    /// <param name="given">Place and text of each message, by the mark it was given.</param>
    /// <param name="pseudonyms">Puts personal data back.</param>
    /// <exception cref="UnusableReplyException">It cites what it was not given, or no sentence's facts stand in its messages.</exception>
    public static IReadOnlyList<SummarySentence> Read(string json, IReadOnlyDictionary<string, (int Index, string Text)> given, Pseudonyms pseudonyms)
    {
        var said = ModelJson.Read<Answer>(json).Sentences;
        if (said.Any(s => s.Mails.Count == 0 || s.Mails.Any(m => !given.ContainsKey(m))))
        {
            throw new UnusableReplyException("The summary cites a message that it was not given, or none.");
        }

        if (pseudonyms.Unknown(string.Join('\n', said.Select(s => s.Text))).Count > 0)
        {
            throw new UnusableReplyException("The summary holds a placeholder that was never given out.");
        }

        var sound = said.Select(s => s with { Text = pseudonyms.Restore(s.Text).Trim() }).Where(s => IsSound(s, given))
            .Take(ThreadSummary.Most).Select(s => new SummarySentence(s.Text, [.. s.Mails.Select(m => given[m].Index).Distinct().Order()])).ToList();
        return sound.Count > 0 ? sound : throw new UnusableReplyException("No sentence of the summary has its facts from the messages it cites.");
    }

    // Other words than the message's are what a summary is for; another figure, date or office is not.
    private static bool IsSound(Sentence sentence, IReadOnlyDictionary<string, (int Index, string Text)> given)
    {
        var check = new GroundingCheck([.. sentence.Mails.Distinct().Select(m => new GroundingSource(m, string.Empty, given[m].Text))]);
        return sentence.Text.Length is > 0 and <= LongestSentence
            && check.Read(sentence.Text)?.All(s => s.Supported || s.Kind is StatementKinds.Sentence or StatementKinds.Promise) == true;
    }

    private sealed record Answer(IReadOnlyList<Sentence> Sentences);

    private sealed record Sentence(string Text, IReadOnlyList<string> Mails);
}
