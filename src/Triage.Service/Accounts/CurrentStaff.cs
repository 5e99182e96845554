using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Storage;

namespace Triage.Service.Accounts;

/// <summary>The person who acts in this request, as the database knows them now (not as their cookie was made).</summary>
internal sealed record StaffIdentity(long Id, string Name, IReadOnlySet<string> Offices, IReadOnlySet<string> Roles, bool Shortcuts)
{
    public bool IsSupervisor => Roles.Contains(StaffRole.Supervisor);

    public bool IsAdministrator => Roles.Contains(StaffRole.Administrator);

    public bool IsEditor => Roles.Contains(StaffRole.Editor) || IsSupervisor;

    /// <summary>May work on cases at all.</summary>
    public bool WorksOnCases => Roles.Contains(StaffRole.Clerk) || IsSupervisor;
}

/// <summary>Loads <see cref="StaffIdentity"/> once a request.</summary>
internal sealed class CurrentStaff(TriageDbContext db, IHttpContextAccessor http)
{
    private StaffIdentity? loaded;

    /// <summary>Who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the route lacks its authorization.</exception>
    public async Task<StaffIdentity> GetAsync(CancellationToken cancellation) =>
        loaded ??= await LoadAsync(cancellation) ?? throw new InvalidOperationException("Nobody is signed in on a route for staff.");

    private async Task<StaffIdentity?> LoadAsync(CancellationToken cancellation)
    {
        if (!long.TryParse(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        var staff = await db.Users.AsNoTracking().Include(s => s.Offices)
            .SingleOrDefaultAsync(s => s.Id == id && s.Kind == StaffKind.Human && s.DisabledAt == null, cancellation);
        if (staff is null)
        {
            return null;
        }

        var roles = await db.UserRoles.Where(r => r.UserId == id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync(cancellation);
        return new StaffIdentity(id, staff.DisplayName, staff.Offices.Select(o => o.Department).ToHashSet(), roles.ToHashSet(), staff.Shortcuts);
    }
}
