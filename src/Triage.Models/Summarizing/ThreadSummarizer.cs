using System.Globalization;
using System.Text;
using Triage.Models.Drafting.LanguageModels;
using Triage.Models.Drafting.Pseudonymizing;

namespace Triage.Models.Summarizing;

/// <summary>A sentence of a summary, and the messages that it rests on, counted from 0.</summary>
public sealed record SummarySentence(string Text, IReadOnlyList<int> Messages);

/// <summary>A summary in a language model's words; without sentences it was refused.</summary>
public sealed record SummaryResult(IReadOnlyList<SummarySentence> Sentences, string? Reason, ModelUse Use);

/// <summary>Names and signatures of those who wrote the messages of a case.</summary>
public sealed record Senders(IReadOnlyList<string> Names, IReadOnlyList<string> Signatures);

/// <summary>Lets a language model say what a long history was about. Personal data is masked; facts must stand in the messages cited.</summary>
public sealed class ThreadSummarizer(LanguageModel model)
{
    /// <summary>Recorded with every summary.</summary>
    public const string PromptVersion = "summary.v1";

    // More is searched for personal data than is sent: what a cut divides is no longer found.
    private const int MostOfMessage = 2_000;
    private const int MostSearched = 4_000;
    private const int MostMessages = 20;

    public string Model => model.Options.Model;

    /// <summary>Null when the history is short: nothing is asked then.</summary>
    /// <param name="earlier">Texts of the messages before the one in hand, oldest first, citizen's and town's.</param>
    /// <param name="senders">Who they name is masked in every message.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<SummaryResult?> SummarizeAsync(IReadOnlyList<string> earlier, Senders senders, CancellationToken cancellation)
    {
        if (!ThreadSummary.IsLong(earlier))
        {
            return null;
        }

        var pseudonyms = new Pseudonyms();
        var read = Enumerable.Range(0, earlier.Count).Where(i => i == 0 || i >= earlier.Count - MostMessages)
            .ToDictionary(i => (i + 1).ToString(CultureInfo.InvariantCulture), i => (Index: i, Text: Beginning(earlier[i], MostSearched)));
        if (LetterMask.Mask([.. read.Values.Select(r => r.Text)], new KnownPeople(senders.Signatures, senders.Names), pseudonyms) is not { } masked)
        {
            return new SummaryResult([], ModelFailure.Unread, ModelUse.None(PromptVersion, Model));
        }

        var mails = new StringBuilder();
        foreach (var (mark, text) in read.Keys.Zip(masked))
        {
            mails.Append(CultureInfo.InvariantCulture, $"<nachricht zeichen=\"{mark}\">\n{Prompt.Data(Beginning(text, MostOfMessage))}\n</nachricht>\n");
        }

        var outcome = await model.AskAsync(
            Prompt.Of(PromptVersion, SummaryReader.Schema, ("mails", mails.ToString())),
            (answer, _) => Task.FromResult(SummaryReader.Read(answer, read, pseudonyms)), progress: null, cancellation);
        return new SummaryResult(outcome.Value ?? [], outcome.Reason, outcome.Use);
    }

    private static string Beginning(string text, int most) => text.Length > most ? text[..most] : text;
}
