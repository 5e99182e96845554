using System.Text.RegularExpressions;

namespace Triage.Models.Summarizing;

/// <summary>
/// A sentence as it stands in a message: <see cref="Message"/> counts the messages from 0, <see cref="Start"/> is its place in
/// that message's text, in UTF-16 units.
/// </summary>
public sealed record ThreadQuote(int Message, int Start, string Text);

/// <summary>
/// What a long history was about, in its own sentences. A sentence counts by how many others speak of the same (continuous
/// degree centrality: Erkan and Radev, LexRank, JAIR 22, 2004) and by what a clerk looks for; each next one is taken by
/// maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998), so that none repeats another. Nothing is written anew.
/// </summary>
public static class ThreadSummary
{
    /// <summary>Most sentences of a summary.</summary>
    public const int Most = 5;

    // Shorter histories are read faster than a summary and what it leaves out.
    private const int ManyMessages = 3;
    private const int ManyWords = 300;

    // Fewer sentences than three for each quotation: then the history itself is as short.
    private const int SentencesForEach = 3;

    // The first message says what it is about; of the others the latest count.
    private const int MessagesRead = 40;

    private const double Relevance = 0.7;
    private const double Repetition = 0.5;

    /// <summary>At most five sentences in order of time; none when the history is short.</summary>
    /// <param name="earlier">Texts of the messages before the one in hand, oldest first, citizen's and town's.</param>
    public static IReadOnlyList<ThreadQuote> Of(IReadOnlyList<string> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        try
        {
            var sentences = Read(earlier);
            return IsLong(earlier.Count, sentences) ? Chosen(sentences) : [];
        }
        catch (RegexMatchTimeoutException)
        {
            // The summary is a comfort; the messages themselves stand below it.
            return [];
        }
    }

    /// <summary>Whether the history is long enough that a summary spares more than it hides.</summary>
    internal static bool IsLong(IReadOnlyList<string> earlier)
    {
        try
        {
            return IsLong(earlier.Count, Read(earlier));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool IsLong(int messages, List<ThreadSentence> sentences) => messages >= ManyMessages || sentences.Sum(s => s.Words) > ManyWords;

    private static List<ThreadSentence> Read(IReadOnlyList<string> earlier) =>
        [.. Enumerable.Range(0, earlier.Count)
            .Where(i => i == 0 || i > earlier.Count - MessagesRead)
            .SelectMany(i => OwnSentences.Of(earlier[i]).Select(s => new ThreadSentence(i, s.Start, earlier[i][s.Start..s.End])))];

    private static List<ThreadQuote> Chosen(List<ThreadSentence> all)
    {
        var sentences = all.Where(s => s.IsQuotable).ToList();
        var vectors = new SentenceVectors(sentences.ConvertAll(s => s.Text));
        var central = vectors.Centrality();
        var worth = sentences.Select((s, i) => central[i] + TellingSentence.Bonus(s)).ToArray();
        var most = Math.Min(Most, (sentences.Count + SentencesForEach - 1) / SentencesForEach);
        return [.. Different(worth, vectors, most).Order().Select(i => new ThreadQuote(sentences[i].Message, sentences[i].Start, sentences[i].Text))];
    }

    // Of equal sentences the earlier one, so that the same history always gives the same summary.
    private static List<int> Different(double[] worth, SentenceVectors vectors, int most)
    {
        var (chosen, nearest) = (new List<int>(), new double[worth.Length]);
        while (chosen.Count < most)
        {
            var best = Enumerable.Range(0, worth.Length)
                .Where(i => nearest[i] < Repetition)
                .OrderByDescending(i => (Relevance * worth[i]) - ((1 - Relevance) * nearest[i]))
                .ThenBy(i => i)
                .FirstOrDefault(-1);
            if (best < 0)
            {
                break;
            }

            chosen.Add(best);
            for (var i = 0; i < worth.Length; i++)
            {
                nearest[i] = i == best ? 1 : Math.Max(nearest[i], vectors.Likeness(i, best));
            }
        }

        return chosen;
    }
}
