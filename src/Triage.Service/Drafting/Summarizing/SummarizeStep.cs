using Microsoft.EntityFrameworkCore;
using Triage.Models.Summarizing;
using Triage.Service.Cases;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Drafting.Summarizing;

/// <summary>
/// Lets a language model summarise a long history, after the case stands before people. Without a usable answer nothing is
/// stored, and the page quotes chosen sentences as it does without a model.
/// </summary>
internal sealed class SummarizeStep(TriageDbContext db, MessageViews views, SuggestionSwitch suggestions, TimeProvider time, ThreadSummarizer? summarizer = null)
{
    /// <summary>There is a language model.</summary>
    public bool IsConfigured => summarizer is not null;

    public async Task<Func<Task>> PrepareAsync(Work work, CancellationToken cancellation)
    {
        var caseId = await db.Messages.Where(m => m.RawMessageId == work.RawMessageId).Select(m => m.CaseId).SingleAsync(cancellation);
        var subject = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellation);
        if (summarizer is null || subject.WithoutAi || await suggestions.ArePausedAsync(cancellation))
        {
            return () => Task.CompletedTask;
        }

        var texts = HistoryQuotes.Texts(HistoryQuotes.Earlier(await views.OfAsync(caseId, null, cancellation)));
        var result = await summarizer.SummarizeAsync(texts, await SendersAsync(subject, cancellation), cancellation);
        return async () =>
        {
            db.Record(result?.Use, caseId, time);
            if (result is { Sentences.Count: > 0 })
            {
                await SaveAsync(caseId, texts, result.Sentences, cancellation);
            }
        };
    }

    private async Task<Senders> SendersAsync(Case subject, CancellationToken cancellation)
    {
        var known = await db.Messages.AsNoTracking().Where(m => m.CaseId == subject.Id).Select(m => new { m.FromName, m.Signature }).ToListAsync(cancellation);
        return new Senders(
            [.. known.Select(m => m.FromName).Append(subject.CitizenName).OfType<string>().Distinct()],
            [.. known.Select(m => m.Signature).OfType<string>().Distinct()]);
    }

    private async Task SaveAsync(long caseId, IReadOnlyList<string> texts, IReadOnlyList<SummarySentence> sentences, CancellationToken cancellation)
    {
        await db.Summaries.Where(s => s.CaseId == caseId).ExecuteDeleteAsync(cancellation);
        db.Summaries.Add(new StoredSummary
        {
            CaseId = caseId,
            OfSha256 = HistoryQuotes.Hash(texts),
            Sentences = sentences,
            Model = summarizer!.Model,
            PromptVersion = ThreadSummarizer.PromptVersion,
            At = time.GetUtcNow(),
        });
    }
}
