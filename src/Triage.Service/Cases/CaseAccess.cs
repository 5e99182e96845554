using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>
/// Who sees which case: supervisors all; the front office its offices' cases and everything unassigned ("Zu klären"), and
/// for reading what it re-routed. Any other case does not exist for them (404), and the attempt is recorded.
/// </summary>
internal sealed class CaseAccess(TriageDbContext db, CurrentStaff current, TimeProvider time)
{
    /// <summary>Cases in the person's queues, to work on.</summary>
    public static IQueryable<Case> Workable(IQueryable<Case> cases, StaffIdentity who)
    {
        if (!who.WorksOnCases)
        {
            return cases.Where(_ => false);
        }

        var offices = who.Offices.ToList();
        return who.IsSupervisor ? cases : cases.Where(c => c.Department == null || offices.Contains(c.Department));
    }

    /// <summary>Cases the person may read: those to work on, and those they re-routed.</summary>
    public IQueryable<Case> Readable(IQueryable<Case> cases, StaffIdentity who)
    {
        if (!who.WorksOnCases || who.IsSupervisor)
        {
            return Workable(cases, who);
        }

        var offices = who.Offices.ToList();
        return cases.Where(c => c.Department == null || offices.Contains(c.Department)
            || db.ReadLinks.Any(l => l.CaseId == c.Id && l.StaffId == who.Id));
    }

    /// <summary>The case to read, or null (answer 404).</summary>
    public async Task<Case?> ReadAsync(long id, CancellationToken cancellation) =>
        await FindAsync(id, (cases, who) => Readable(cases, who), cancellation);

    /// <summary>The case to change, or null (answer 404).</summary>
    public async Task<Case?> WorkOnAsync(long id, CancellationToken cancellation) => await FindAsync(id, Workable, cancellation);

    /// <summary>Whether the case is in the person's queues; asks without a trace in the audit log.</summary>
    public async Task<bool> CanWorkOnAsync(long id, CancellationToken cancellation) =>
        await Workable(db.Cases, await current.GetAsync(cancellation)).AnyAsync(c => c.Id == id, cancellation);

    /// <summary>Forgets what was loaded, after a change that failed.</summary>
    public void Forget() => db.ChangeTracker.Clear();

    private async Task<Case?> FindAsync(long id, Func<IQueryable<Case>, StaffIdentity, IQueryable<Case>> allowed, CancellationToken cancellation)
    {
        var who = await current.GetAsync(cancellation);
        var found = await allowed(db.Cases, who).SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (found is null && await db.Cases.AnyAsync(c => c.Id == id, cancellation))
        {
            await db.InTransactionAsync(
                () => db.AppendAsync(new AuditEvent("access-denied", "case", id, who.Id), time, cancellation), cancellation);
        }

        return found;
    }
}
