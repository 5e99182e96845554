using Microsoft.EntityFrameworkCore;
using Triage.Service.Intake;
using Triage.Service.Storage;

namespace Triage.Service.Erasing;

/// <summary>
/// Empties or deletes the rows of cases, inside the eraser's transaction. A test looks for a canary in every column of every
/// table: a new table that holds a citizen's words must be added here.
/// </summary>
internal sealed class ErasedRows(TriageDbContext db)
{
    public async Task EraseAsync(List<long> ids, CancellationToken cancellation)
    {
        await db.Drafts.Where(d => ids.Contains(d.CaseId)).ExecuteDeleteAsync(cancellation);
        await db.Replies.Where(r => ids.Contains(r.CaseId)).ExecuteDeleteAsync(cancellation);
        await db.Summaries.Where(s => ids.Contains(s.CaseId)).ExecuteDeleteAsync(cancellation);
        await db.Translations.Where(t => ids.Contains(t.CaseId)).ExecuteDeleteAsync(cancellation);
        await db.FrozenMails.Where(m => ids.Contains(m.CaseId)).ExecuteDeleteAsync(cancellation);
        await db.Attachments.Where(a => ids.Contains(a.CaseId)).ExecuteDeleteAsync(cancellation);
        await db.ContactWishes.Where(w => ids.Contains(w.CaseId)).ExecuteDeleteAsync(cancellation);
        await db.Feedback.Where(f => ids.Contains(f.CaseId)).ExecuteUpdateAsync(f => f.SetProperty(x => x.Text, ""), cancellation);
        await ForgetLearningAsync(ids, cancellation);
        await EmptyMessagesAsync(ids, cancellation);
        await EmptyNoticesAsync(ids, cancellation);
        await EmptySuggestionsAsync(ids, cancellation);
        await HashKeysAsync(ids, cancellation);
    }

    // A model cannot unlearn; that it learned from so many erased cases stays, but not from which.
    private async Task ForgetLearningAsync(List<long> ids, CancellationToken cancellation)
    {
        await db.Models.Where(m => db.LearnedCases.Any(l => l.ModelId == m.Id && ids.Contains(l.CaseId))).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.ErasedCases, x => x.ErasedCases + db.LearnedCases.Count(l => l.ModelId == x.Id && ids.Contains(l.CaseId))), cancellation);
        await db.LearnedCases.Where(l => ids.Contains(l.CaseId)).ExecuteDeleteAsync(cancellation);
    }

    // Direction, day and person stay: the figures count them.
    private Task<int> EmptyMessagesAsync(List<long> ids, CancellationToken cancellation) => db.Messages.Where(m => ids.Contains(m.CaseId)).ExecuteUpdateAsync(
        m => m.SetProperty(x => x.Subject, "").SetProperty(x => x.Text, "").SetProperty(x => x.Quoted, (string?)null)
            .SetProperty(x => x.Signature, (string?)null).SetProperty(x => x.FromName, (string?)null).SetProperty(x => x.FromAddress, (string?)null)
            .SetProperty(x => x.ReplyTo, (string?)null).SetProperty(x => x.ToAddresses, (string?)null).SetProperty(x => x.MessageId, (string?)null)
            .SetProperty(x => x.References, (string?)null).SetProperty(x => x.ReadingNote, (string?)null),
        cancellation);

    private async Task EmptyNoticesAsync(List<long> ids, CancellationToken cancellation)
    {
        var none = new Dictionary<string, string>();
        await db.Notices.Where(n => ids.Contains(n.CaseId)).ExecuteUpdateAsync(
            n => n.SetProperty(x => x.Recipient, "").SetProperty(x => x.AddressHash, "").SetProperty(x => x.Mime, Array.Empty<byte>()).SetProperty(x => x.Values, none),
            cancellation);
    }

    // What was suggested stays, with its probabilities; the words of the message that spoke for it go.
    private async Task EmptySuggestionsAsync(List<long> ids, CancellationToken cancellation)
    {
        foreach (var suggestion in await db.Suggestions.AsNoTracking().Where(s => ids.Contains(s.CaseId)).ToListAsync(cancellation))
        {
            var said = suggestion.Classification with { Because = [], UrgentWords = [], Concerns = [] };
            await db.Suggestions.Where(s => s.Id == suggestion.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Classification, said), cancellation);
        }
    }

    // A mailbox may show the same message again; it is known by the hash of its key, which may be a file's name.
    private async Task HashKeysAsync(List<long> ids, CancellationToken cancellation)
    {
        foreach (var raw in await db.RawMessages.AsNoTracking().Where(r => ids.Contains(r.CaseId!.Value)).ToListAsync(cancellation))
        {
            var key = RawMessage.ErasedKey(raw.SourceKey);
            await db.RawMessages.Where(r => r.Id == raw.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.SourceKey, key), cancellation);
        }
    }
}
