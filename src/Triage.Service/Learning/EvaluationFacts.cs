using Microsoft.EntityFrameworkCore;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Learning;

/// <summary>What the figures need to know of a case. A null suggestion: there was none.</summary>
internal sealed record CaseFact(
    long Id, string? Department, CaseStatus Status, DateTimeOffset CreatedAt, DateTimeOffset DueAt, DateTimeOffset? ClosedAt, CloseReason? ClosedBecause, string? Suggested, bool? Abstained);

/// <summary>Decisions and cases of a period, for <see cref="EvaluationViews"/>.</summary>
internal sealed class EvaluationFacts(TriageDbContext db)
{
    /// <summary>Every decision, however old, on the cases that were decided since then: the first may be the one that counts.</summary>
    public async Task<IReadOnlyList<Decision>> DecisionsAsync(DateTimeOffset since, CancellationToken cancellation) =>
        await db.Decisions.AsNoTracking().Where(d => db.Decisions.Any(o => o.CaseId == d.CaseId && o.At >= since))
            .OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancellation);

    /// <summary>The cases received or closed since then.</summary>
    public async Task<IReadOnlyList<CaseFact>> CasesAsync(DateTimeOffset since, CancellationToken cancellation) =>
        await db.Cases.AsNoTracking().Where(c => c.CreatedAt >= since || c.ClosedAt >= since)
            .Select(c => new CaseFact(
                c.Id, c.Department, c.Status, c.CreatedAt, c.DueAt, c.ClosedAt, c.ClosedBecause,
                db.Suggestions.Where(s => s.CaseId == c.Id).OrderBy(s => s.Id).Select(s => s.Department).FirstOrDefault(),
                db.Suggestions.Where(s => s.CaseId == c.Id).OrderBy(s => s.Id).Select(s => (bool?)s.Abstained).FirstOrDefault()))
            .ToListAsync(cancellation);
}
