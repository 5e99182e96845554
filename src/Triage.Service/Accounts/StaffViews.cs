using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Storage;

namespace Triage.Service.Accounts;

/// <summary>A person in the administrators' list.</summary>
public sealed record StaffRow(long Id, string UserName, string DisplayName, string Roles, string Offices, bool Disabled);

/// <summary>The form for one person; <see cref="Id"/> is null for a new one.</summary>
public sealed record StaffView(long? Id, StaffInput Input, bool Disabled, IReadOnlyList<Department> AllOffices, IReadOnlyList<string> Errors)
{
    public static StaffView New(Municipality town) => new(null, new StaffInput("", "", [], []), Disabled: false, town.Departments, []);
}

/// <summary>Reads people for the administrators' pages.</summary>
internal sealed class StaffViews(TriageDbContext db, Municipality town)
{
    public async Task<IReadOnlyList<StaffRow>> ListAsync(CancellationToken cancellation)
    {
        var people = await db.Users.AsNoTracking().Include(s => s.Offices).Where(s => s.Kind == StaffKind.Human)
            .OrderBy(s => s.DisplayName).ToListAsync(cancellation);
        var roles = (await RolesAsync(cancellation)).ToLookup(r => r.Staff, r => r.Role);
        return [.. people.Select(s => new StaffRow(
            s.Id,
            s.UserName ?? "",
            s.DisplayName,
            string.Join(", ", roles[s.Id].Select(StaffRole.German)),
            string.Join(", ", s.Offices.Select(o => town.Department(o.Department)?.Name ?? o.Department)),
            s.DisabledAt is not null))];
    }

    public async Task<StaffView?> FindAsync(long id, CancellationToken cancellation)
    {
        var staff = await db.Users.AsNoTracking().Include(s => s.Offices)
            .SingleOrDefaultAsync(s => s.Id == id && s.Kind == StaffKind.Human, cancellation);
        if (staff is null)
        {
            return null;
        }

        var roles = (await RolesAsync(cancellation)).Where(r => r.Staff == id).Select(r => r.Role).ToList();
        var input = new StaffInput(staff.UserName ?? "", staff.DisplayName, roles, [.. staff.Offices.Select(o => o.Department)]);
        return new StaffView(id, input, staff.DisabledAt is not null, town.Departments, []);
    }

    private async Task<List<(long Staff, string Role)>> RolesAsync(CancellationToken cancellation) =>
        [.. (await db.UserRoles.Join(db.Roles, u => u.RoleId, r => r.Id, (u, r) => new { u.UserId, r.Name }).ToListAsync(cancellation))
            .Select(r => (r.UserId, r.Name!))];
}
