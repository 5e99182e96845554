using Microsoft.EntityFrameworkCore;
using Triage.Service.Cases;
using Triage.Service.Cases.Splitting;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Drafting;

/// <summary>
/// Drafts an answer to a person's message and presents the case. No draft: when the citizen asked for no AI, suggestions are
/// paused, a machine wrote, or the matter bears no informal answer. What was split off is left to its own case. A newer draft supersedes an older one.
/// </summary>
internal sealed class DraftStep(TriageDbContext db, DraftWriter writer, RemainingMessage remaining, SuggestionSwitch suggestions, TimeProvider time)
{
    public async Task<Func<Task>> PrepareAsync(Work work, CancellationToken cancellation)
    {
        var whole = await db.Messages.AsNoTracking().SingleAsync(m => m.RawMessageId == work.RawMessageId, cancellation);
        var message = await remaining.OfAsync(whole, cancellation);
        var subject = await db.Cases.SingleAsync(c => c.Id == message.CaseId, cancellation);
        var written = await MayDraftAsync(subject, message, cancellation) ? await WriteAsync(subject, message, cancellation) : null;
        return async () =>
        {
            subject.Present();
            if (written is not null)
            {
                await db.Drafts.Where(d => d.CaseId == subject.Id && d.State == DraftState.Suggested)
                    .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DraftState.Superseded), cancellation);
                db.Drafts.Add(Row(message, written));
                db.Record(written.Result.Use, subject.Id, time);
            }
        };
    }

    private async Task<bool> MayDraftAsync(Case subject, CaseMessage message, CancellationToken cancellation) =>
        !subject.WithoutAi && message.Automatic is null && message.Text.Length > 0 && !await suggestions.ArePausedAsync(cancellation);

    private async Task<WrittenDraft?> WriteAsync(Case subject, CaseMessage message, CancellationToken cancellation)
    {
        var suggestion = await db.Suggestions.AsNoTracking().Where(s => s.CaseId == subject.Id).OrderBy(s => s.Id).FirstOrDefaultAsync(cancellation);
        return await writer.WriteAsync(subject, message, suggestion, cancellation);
    }

    private StoredDraft Row(CaseMessage message, WrittenDraft written) => new()
    {
        CaseId = message.CaseId,
        MessageId = message.Id,
        At = time.GetUtcNow(),
        Draft = written.Result.Draft,
        Passages = written.Passages,
        Refusal = written.Result.FallbackReason,
    };
}
