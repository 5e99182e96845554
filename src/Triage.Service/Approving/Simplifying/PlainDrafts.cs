using Microsoft.EntityFrameworkCore;
using Triage.Models.Drafting;
using Triage.Models.Drafting.Simplifying;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Drafting;
using Triage.Service.Intake;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Approving.Simplifying;

/// <summary>What a letter in Einfache Sprache is made with; <paramref name="Simplifier"/> is null without a language model.</summary>
internal sealed record PlainSources(TownFacts Facts, Municipality Town, TimeProvider Time, LetterSimplifier? Simplifier = null);

/// <summary>Says an answer in Einfache Sprache when a person asks for it: a new draft, checked like any other; their text stays.</summary>
internal sealed class PlainDrafts(TriageDbContext db, SuggestionSwitch suggestions, PlainSources sources)
{
    /// <summary>Where a draft may be: not for who wants no AI, not while suggestions are paused, and never for an objection.</summary>
    public async Task<bool> IsOfferedAsync(Case subject, CancellationToken cancellation) =>
        sources.Simplifier is not null && !subject.WithoutAi && sources.Town.BearsDraft(subject.Kind) && !await suggestions.ArePausedAsync(cancellation)
        && await MessageAsync(subject, cancellation) is { } message && !DraftWriter.MayObject(message, await SuggestionAsync(subject, cancellation));

    /// <summary>Makes the draft; else says why there is none, as a clerk reads it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The case was erased while the model wrote.</exception>
    public async Task<string?> MakeAsync(Case subject, Reply reply, StaffIdentity who, CancellationToken cancellation)
    {
        var message = await MessageAsync(subject, cancellation);
        if (message is null || !await IsOfferedAsync(subject, cancellation))
        {
            return "Zu diesem Vorgang gibt es keine Fassung in Einfacher Sprache.";
        }

        var basis = await BasisAsync(subject, reply, cancellation);
        var result = await sources.Simplifier!.SimplifyAsync(
            reply.Text, basis?.Draft.Citations ?? [], await RequestAsync(subject, message, basis, cancellation), cancellation);
        await db.InTransactionAsync(() => SaveAsync(subject, message, basis, result, who, cancellation), cancellation);
        return result.Reason is { } reason ? $"Der Text bleibt, wie er ist. {RefusalWords.Of(reason)}" : null;
    }

    private Task<CaseMessage?> MessageAsync(Case subject, CancellationToken cancellation) => db.Messages.AsNoTracking()
        .Where(m => m.CaseId == subject.Id && m.Direction == MessageDirection.In && m.Automatic == null).OrderByDescending(m => m.Id).FirstOrDefaultAsync(cancellation);

    private Task<Suggestion?> SuggestionAsync(Case subject, CancellationToken cancellation) =>
        db.Suggestions.AsNoTracking().Where(s => s.CaseId == subject.Id).OrderBy(s => s.Id).FirstOrDefaultAsync(cancellation);

    // The draft that the text began as; for one written by hand the one that stands.
    private async Task<StoredDraft?> BasisAsync(Case subject, Reply reply, CancellationToken cancellation)
    {
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.CaseId == subject.Id).OrderByDescending(d => d.Id).ToListAsync(cancellation);
        return drafts.Find(d => d.Id == reply.DraftId) ?? drafts.Find(d => d.State == DraftState.Suggested);
    }

    private async Task<DraftRequest> RequestAsync(Case subject, CaseMessage message, StoredDraft? basis, CancellationToken cancellation)
    {
        var suggestion = await SuggestionAsync(subject, cancellation);
        IReadOnlyList<RetrievedPassage> passages = basis?.Passages ?? [];
        return new DraftRequest(
            InquiryText.Of(message), DraftWriter.Decided(subject, suggestion?.Classification), new InquiryResult(passages, passages.Count == 0, []), sources.Facts, sources.Town)
        {
            SenderName = message.FromName,
            Signature = message.Signature,
        };
    }

    private async Task SaveAsync(Case subject, CaseMessage message, StoredDraft? basis, SimplifiedResult result, StaffIdentity who, CancellationToken cancellation)
    {
        await db.DemandNotErasedAsync(subject.Id, cancellation);
        db.Record(result.Use, subject.Id, sources.Time);
        if (result.Draft is { } draft)
        {
            await db.Drafts.Where(d => d.CaseId == subject.Id && d.State == DraftState.Suggested)
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DraftState.Superseded), cancellation);
            db.Drafts.Add(new StoredDraft { CaseId = subject.Id, MessageId = message.Id, At = sources.Time.GetUtcNow(), Draft = draft, Passages = basis?.Passages ?? [] });
        }

        await db.AppendAsync(new AuditEvent("simplify", "case", subject.Id, who.Id, $"made={result.Draft is not null}"), sources.Time, cancellation);
    }
}
