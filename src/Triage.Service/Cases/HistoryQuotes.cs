using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Triage.Models.Summarizing;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>A sentence about earlier messages, and those it stands in or rests on.</summary>
public sealed record QuoteView(string Text, IReadOnlyList<MessageView> Messages);

/// <summary>What a long history was about. <see cref="ByModel"/>: in a language model's words; else literal sentences.</summary>
public sealed record HistorySummary(IReadOnlyList<QuoteView> Sentences, bool ByModel);

/// <summary>
/// Sums a long history up. It takes the messages as the page shows them, so that nothing is said which the person may not read
/// there; a model's summary is shown for exactly the messages that it was made of.
/// </summary>
internal sealed class HistoryQuotes(TriageDbContext db)
{
    /// <summary>In order of time; none for a short history.</summary>
    public async Task<HistorySummary> OfAsync(Case subject, IReadOnlyList<MessageView> messages, CancellationToken cancellation)
    {
        // Who asks for no AI gets no machine's choice of sentences either.
        if (subject.WithoutAi)
        {
            return new HistorySummary([], false);
        }

        var letters = Earlier(messages);
        var texts = Texts(letters);
        var hash = Hash(texts);
        var stored = await db.Summaries.AsNoTracking().SingleOrDefaultAsync(s => s.CaseId == subject.Id && s.OfSha256 == hash, cancellation);
        return stored is null
            ? new HistorySummary([.. ThreadSummary.Of(texts).Select(q => new QuoteView(q.Text, [letters[q.Message]]))], false)
            : new HistorySummary([.. stored.Sentences.Select(s => new QuoteView(s.Text, [.. s.Messages.Select(m => letters[m])]))], true);
    }

    /// <summary>The message in hand: the newest of the citizen.</summary>
    public static MessageView? InHand(IReadOnlyList<MessageView> messages) => messages.LastOrDefault(m => m.What == "Nachricht") ?? messages.LastOrDefault(m => m.HasOriginal);

    /// <summary>Letters between citizen and town but the one in hand, oldest first.</summary>
    public static IReadOnlyList<MessageView> Earlier(IReadOnlyList<MessageView> messages)
    {
        var inHand = InHand(messages)?.Id;
        return [.. messages.Where(m => m.IsCorrespondence && m.Id != inHand)];
    }

    public static IReadOnlyList<string> Texts(IReadOnlyList<MessageView> letters) => [.. letters.Select(m => string.Concat(m.Text.Select(p => p.Text)))];

    public static string Hash(IReadOnlyList<string> texts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(texts))));
}
