using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Intake;

/// <summary>Makes <see cref="StatusView"/>.</summary>
internal sealed class StatusViews(TriageDbContext db, Municipality town, TownFacts facts)
{
    /// <summary>The case as its citizen may see it; null when there is none any more.</summary>
    public async Task<StatusView?> OfAsync(long caseId, CancellationToken cancellation)
    {
        var subject = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId && c.StatusCodeHash != null, cancellation);
        if (subject is null)
        {
            return null;
        }

        var answeredAt = await AnsweredAsync(caseId, cancellation);
        var told = await db.Feedback.AnyAsync(f => f.CaseId == caseId, cancellation);
        var open = !subject.IsDone && (answeredAt is null || subject.Status != CaseStatus.Waiting);
        return new StatusView
        {
            Number = subject.Number,
            Steps = [.. StatusSteps.Of(subject, answeredAt)],
            Office = town.Department(subject.Department)?.Name,
            Contact = facts.Contact(subject.Department),
            DueAt = open ? subject.DueAt : null,
            Closed = subject.IsDone,
            CanWithdraw = !subject.IsDone || await db.Outbox.AnyAsync(o => o.CaseId == caseId && (o.State == SendState.Held || o.State == SendState.Queued), cancellation),
            AsksForFeedback = answeredAt is not null && !told,
            Parts = await PartsAsync(caseId, cancellation),
        };
    }

    private Task<DateTimeOffset?> AnsweredAsync(long caseId, CancellationToken cancellation) => db.Messages
        .Where(m => m.CaseId == caseId && m.Direction == MessageDirection.Out)
        .OrderByDescending(m => m.Id).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(cancellation);

    // Whoever wrote the whole may know how each part of it goes on, parts of parts included.
    private async Task<IReadOnlyList<StatusPart>> PartsAsync(long caseId, CancellationToken cancellation)
    {
        var parts = new List<StatusPart>();
        foreach (var part in await db.Splits.Where(s => s.OriginId == caseId && s.JoinedAt == null).OrderBy(s => s.Id)
            .Join(db.Cases, s => s.PartId, c => c.Id, (_, c) => c).AsNoTracking().ToListAsync(cancellation))
        {
            var now = StatusSteps.Of(part, await AnsweredAsync(part.Id, cancellation)).First(s => s.Current).Text;
            parts.Add(new StatusPart(part.Number, town.Department(part.Department)?.Name, now));
            parts.AddRange(await PartsAsync(part.Id, cancellation));
        }

        return parts;
    }
}
