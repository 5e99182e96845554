using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Cases;
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

        var answeredAt = await db.Messages.Where(m => m.CaseId == caseId && m.Direction == MessageDirection.Out)
            .OrderByDescending(m => m.Id).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(cancellation);
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
            AsksForFeedback = answeredAt is not null && !told,
        };
    }
}
