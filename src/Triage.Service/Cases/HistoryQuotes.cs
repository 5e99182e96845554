using Triage.Models.Summarizing;

namespace Triage.Service.Cases;

/// <summary>A sentence as it stands in an earlier message.</summary>
public sealed record QuoteView(string Text, MessageView Message);

/// <summary>Quotes a long history. It takes the messages as the page shows them, so that nothing is quoted which the person may not read there.</summary>
internal static class HistoryQuotes
{
    /// <summary>In order of time; none for a short history.</summary>
    public static IReadOnlyList<QuoteView> Of(IEnumerable<MessageView> history)
    {
        var letters = history.Where(m => m.IsCorrespondence).ToList();
        return [.. ThreadSummary.Of(letters.ConvertAll(m => string.Concat(m.Text.Select(p => p.Text)))).Select(q => new QuoteView(q.Text, letters[q.Message]))];
    }
}
