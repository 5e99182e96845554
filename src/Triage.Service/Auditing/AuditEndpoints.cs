using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Auditing;

/// <summary>A row of the log as people read it.</summary>
public sealed record AuditRow(long Sequence, DateTimeOffset At, string Who, string Action, string Subject, long? SubjectId, string Detail);

/// <summary>One page of the log, newest first, and what the verifier says about the whole chain.</summary>
public sealed record AuditView(IReadOnlyList<AuditRow> Rows, long? FirstBad, bool Verified, long? Older);

internal static class AuditEndpoints
{
    private const int PageSize = 100;

    public static void MapAuditing(this WebApplication app) =>
        app.MapGet("/protokoll", ShowAsync).RequireAuthorization(p => p.RequireRole(StaffRole.Supervisor, StaffRole.Administrator));

    private static async Task<IResult> ShowAsync(long? vor, bool? pruefen, TriageDbContext db, CancellationToken cancellation)
    {
        var rows = await db.Audit.AsNoTracking().Where(a => vor == null || a.Sequence < vor).OrderByDescending(a => a.Sequence).Take(PageSize)
            .Select(a => new AuditRow(
                a.Sequence, a.At, db.Users.Where(s => s.Id == a.ActorId).Select(s => s.DisplayName).FirstOrDefault() ?? "Programm",
                a.Action, a.Subject, a.SubjectId, a.Detail))
            .ToListAsync(cancellation);
        var verified = pruefen == true;
        var bad = verified ? await db.FirstBadRowAsync(cancellation) : null;
        return Page.Of<AuditPage>(new { View = new AuditView(rows, bad, verified, rows.Count == PageSize ? rows[^1].Sequence : null) });
    }
}
