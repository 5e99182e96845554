using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Auditing;
using Triage.Service.Storage;

namespace Triage.Service.Accounts;

/// <summary>What an administrator sets on an account.</summary>
public sealed record StaffInput(string UserName, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Offices);

/// <summary>Makes and changes accounts, each with its audit entry. Errors are German sentences for people.</summary>
internal sealed class StaffDirectory(TriageDbContext db, UserManager<Staff> users, TimeProvider time)
{
    private static readonly TimeSpan SetupValidity = TimeSpan.FromHours(24);

    /// <summary>Makes an account; gives its errors, none when it was made.</summary>
    public Task<IReadOnlyList<string>> CreateAsync(StaffInput input, string password, long? actor, CancellationToken cancellation) =>
        ChangeAsync(
            async () =>
            {
                var staff = new Staff { UserName = input.UserName, DisplayName = input.DisplayName };
                staff.Offices.AddRange(input.Offices.Distinct().Select(o => new StaffOffice(0, o)));
                var made = await users.CreateAsync(staff, password);
                return made.Succeeded ? await AfterCreateAsync(staff, input, actor, cancellation) : made;
            },
            cancellation);

    /// <summary>Sets name, roles and offices.</summary>
    public Task<IReadOnlyList<string>> UpdateAsync(Staff staff, StaffInput input, long actor, CancellationToken cancellation) =>
        ChangeAsync(
            async () =>
            {
                staff.DisplayName = input.DisplayName;
                staff.Offices.Clear();
                staff.Offices.AddRange(input.Offices.Distinct().Select(o => new StaffOffice(staff.Id, o)));
                var held = await users.GetRolesAsync(staff);
                await users.RemoveFromRolesAsync(staff, held.Except(input.Roles));
                await users.AddToRolesAsync(staff, input.Roles.Except(held));
                await RecordAsync("update-account", staff, actor, $"roles={string.Join(',', input.Roles)}", cancellation);
                return await users.UpdateSecurityStampAsync(staff);
            },
            cancellation);

    /// <summary>Switches an account off (its sessions end) or on again.</summary>
    public Task<IReadOnlyList<string>> SetDisabledAsync(Staff staff, bool disabled, long actor, CancellationToken cancellation) =>
        ChangeAsync(
            async () =>
            {
                staff.DisabledAt = disabled ? time.GetUtcNow() : null;
                await RecordAsync(disabled ? "disable-account" : "enable-account", staff, actor, "", cancellation);
                return await users.UpdateSecurityStampAsync(staff);
            },
            cancellation);

    public Task<IReadOnlyList<string>> ResetPasswordAsync(Staff staff, string password, long actor, CancellationToken cancellation) =>
        ChangeAsync(
            async () =>
            {
                await RecordAsync("reset-password", staff, actor, "", cancellation);
                var valid = await Task.WhenAll(users.PasswordValidators.Select(v => v.ValidateAsync(users, staff, password)));
                if (valid.FirstOrDefault(v => !v.Succeeded) is { } invalid)
                {
                    return invalid;
                }

                await users.RemovePasswordAsync(staff);
                await users.SetLockoutEndDateAsync(staff, null);
                return await users.AddPasswordAsync(staff, password);
            },
            cancellation);

    /// <summary>A one-time token for the first administrator, or null when a person's account exists already.</summary>
    public async Task<string?> NewSetupTokenAsync(CancellationToken cancellation)
    {
        if (await db.Users.AnyAsync(s => s.Kind == StaffKind.Human, cancellation))
        {
            return null;
        }

        await db.SetupLinks.ExecuteDeleteAsync(cancellation);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        db.SetupLinks.Add(new SetupLink { TokenHash = HashOf(token), ExpiresAt = time.GetUtcNow() + SetupValidity });
        await db.SaveChangesAsync(cancellation);
        return token;
    }

    public async Task<bool> IsSetupTokenAsync(string token, CancellationToken cancellation)
    {
        var (hash, now) = (HashOf(token), time.GetUtcNow());
        return await db.SetupLinks.AnyAsync(l => l.TokenHash == hash && l.ExpiresAt > now, cancellation);
    }

    /// <summary>Makes the first administrator and uses the link up.</summary>
    public async Task<IReadOnlyList<string>> CreateFirstAsync(string token, StaffInput input, string password, CancellationToken cancellation)
    {
        if (!await IsSetupTokenAsync(token, cancellation))
        {
            return ["Dieser Einrichtungslink gilt nicht mehr. Beim nächsten Start des Dienstes wird ein neuer ausgegeben."];
        }

        var errors = await CreateAsync(input, password, actor: null, cancellation);
        if (errors.Count == 0)
        {
            await db.SetupLinks.ExecuteDeleteAsync(cancellation);
        }

        return errors;
    }

    private async Task<IdentityResult> AfterCreateAsync(Staff staff, StaffInput input, long? actor, CancellationToken cancellation)
    {
        await RecordAsync("create-account", staff, actor, $"roles={string.Join(',', input.Roles)}", cancellation);
        return await users.AddToRolesAsync(staff, input.Roles);
    }

    private async Task<IReadOnlyList<string>> ChangeAsync(Func<Task<IdentityResult>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await change();
        if (!result.Succeeded)
        {
            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            return [.. result.Errors.Select(e => e.Description)];
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return [];
    }

    private Task RecordAsync(string action, Staff staff, long? actor, string detail, CancellationToken cancellation) =>
        db.AppendAsync(new AuditEvent(action, "staff", staff.Id, actor, detail), time, cancellation);

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
