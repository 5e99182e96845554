using Microsoft.EntityFrameworkCore;
using Triage.Models.Splitting;
using Triage.Service.Drafting;
using Triage.Service.Storage;

namespace Triage.Service.Cases.Splitting;

/// <summary>What of a message is still its own case's to answer, and the draft for it.</summary>
internal sealed class RemainingMessage(TriageDbContext db, TimeProvider time)
{
    /// <summary>The message without the sentences that other cases answer; whole when nothing, or everything, was split off.</summary>
    public async Task<CaseMessage> OfAsync(CaseMessage message, CancellationToken cancellation)
    {
        var splits = await db.Splits.AsNoTracking().Where(s => s.MessageId == message.Id && s.JoinedAt == null).ToListAsync(cancellation);
        var away = splits.SelectMany(s => s.Sentences).ToHashSet();
        var sentences = MessageParts.Of(message.Text);
        var left = Enumerable.Range(0, sentences.Count).Where(i => !away.Contains(sentences[i])).ToList();
        return away.Count == 0 || left.Count == 0 ? message : With(message, MessageParts.Text(message.Text, sentences, left));
    }

    /// <summary>
    /// Lets the pipeline draft anew for this message, inside the caller's transaction: the draft that stands, or is being
    /// written, answers another office's question, too much, or too little. A person's text stays as it is; a draft that was discarded or superseded does
    /// not come back.
    /// </summary>
    public async Task RedraftAsync(long messageId, CancellationToken cancellation)
    {
        var raw = await db.Messages.Where(m => m.Id == messageId).Select(m => m.RawMessageId).SingleAsync(cancellation);
        var now = time.GetUtcNow();
        // Who drafts now has read the message as it was: a newer token refuses that commit. First, because it waits for a commit
        // under way, whose draft the second look then sees.
        await db.Work.Where(w => w.RawMessageId == raw && w.State == WorkState.Ready && w.Step == PipelineStep.Draft)
            .ExecuteUpdateAsync(w => w.SetProperty(x => x.Token, x => x.Token + 1).SetProperty(x => x.NotBefore, now), cancellation);
        await db.Work.Where(w => w.RawMessageId == raw && (w.State == WorkState.Done || w.Step == PipelineStep.Summarize) && db.Drafts.Any(d => d.MessageId == messageId && d.State == DraftState.Suggested))
            .ExecuteUpdateAsync(
                w => w.SetProperty(x => x.Step, PipelineStep.Draft).SetProperty(x => x.State, WorkState.Ready)
                    .SetProperty(x => x.Token, x => x.Token + 1).SetProperty(x => x.NotBefore, now), cancellation);
        // At once: none may come in its place, as while suggestions are paused.
        await db.Drafts.Where(d => d.MessageId == messageId && d.State == DraftState.Suggested)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DraftState.Superseded), cancellation);
    }

    private static CaseMessage With(CaseMessage message, string text) => new()
    {
        Id = message.Id,
        CaseId = message.CaseId,
        Direction = message.Direction,
        At = message.At,
        FromName = message.FromName,
        FromAddress = message.FromAddress,
        Subject = message.Subject,
        Text = text,
        Automatic = message.Automatic,
    };
}
