using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Accounts;

/// <summary>Administrators make and disable people, set their roles and offices, and reset passwords; all of it is audited.</summary>
internal static class AdministrationEndpoints
{
    public static void MapAdministration(this WebApplication app)
    {
        var group = app.MapGroup("/verwaltung").RequireAuthorization(Policies.Administration);
        group.MapGet("", ListAsync);
        group.MapGet("/neu", (Municipality town) => Page.Of<StaffEditPage>(new { View = StaffView.New(town) }));
        group.MapPost("/neu", CreateAsync);
        group.MapGet("/{id:long}", EditAsync);
        group.MapPost("/{id:long}", UpdateAsync);
        group.MapPost("/{id:long}/sperren", (long id, HttpContext http, TriageDbContext db, StaffDirectory directory, CurrentStaff current, CancellationToken cancellation) =>
            SetDisabledAsync(id, disabled: true, db, directory, current, cancellation));
        group.MapPost("/{id:long}/entsperren", (long id, HttpContext http, TriageDbContext db, StaffDirectory directory, CurrentStaff current, CancellationToken cancellation) =>
            SetDisabledAsync(id, disabled: false, db, directory, current, cancellation));
        group.MapPost("/{id:long}/passwort", ResetAsync);
    }

    private static async Task<IResult> ListAsync(StaffViews views, CancellationToken cancellation) =>
        Page.Of<StaffListPage>(new { People = await views.ListAsync(cancellation) });

    private static async Task<IResult> EditAsync(long id, StaffViews views, CancellationToken cancellation) =>
        await views.FindAsync(id, cancellation) is { } view ? Page.Of<StaffEditPage>(new { View = view }) : TypedResults.NotFound();

    private static async Task<IResult> CreateAsync(
        [FromForm] StaffForm form, Municipality town, StaffDirectory directory, CurrentStaff current, CancellationToken cancellation)
    {
        var input = form.ToInput(town);
        var password = NewPassword();
        var errors = Check(input) ?? await directory.CreateAsync(input, password, (await current.GetAsync(cancellation)).Id, cancellation);
        return errors.Count == 0
            ? Page.Of<PasswordPage>(new { input.UserName, input.DisplayName, Password = password })
            : Page.Of<StaffEditPage>(new { View = StaffView.New(town) with { Input = input, Errors = errors } }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> UpdateAsync(
        long id, [FromForm] StaffForm form, Municipality town, TriageDbContext db, StaffDirectory directory, CurrentStaff current, StaffViews views, CancellationToken cancellation)
    {
        var staff = await FindAsync(db, id, cancellation);
        if (staff is null)
        {
            return TypedResults.NotFound();
        }

        var who = await current.GetAsync(cancellation);
        var input = form.ToInput(town) with { UserName = staff.UserName ?? "" };
        var errors = Check(input) ?? CheckOwn(id == who.Id, input)
            ?? await directory.UpdateAsync(staff, input, who.Id, cancellation);
        return errors.Count == 0
            ? Page.SeeOther("/verwaltung")
            : Page.Of<StaffEditPage>(
                new { View = (await views.FindAsync(id, cancellation))! with { Input = input, Errors = errors } }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> SetDisabledAsync(
        long id, bool disabled, TriageDbContext db, StaffDirectory directory, CurrentStaff current, CancellationToken cancellation)
    {
        var who = await current.GetAsync(cancellation);
        var staff = id == who.Id ? null : await FindAsync(db, id, cancellation);
        if (staff is null)
        {
            return TypedResults.NotFound();
        }

        await directory.SetDisabledAsync(staff, disabled, who.Id, cancellation);
        return Page.SeeOther("/verwaltung");
    }

    private static async Task<IResult> ResetAsync(
        long id, TriageDbContext db, StaffDirectory directory, CurrentStaff current, CancellationToken cancellation)
    {
        var staff = await FindAsync(db, id, cancellation);
        if (staff is null)
        {
            return TypedResults.NotFound();
        }

        var password = NewPassword();
        await directory.ResetPasswordAsync(staff, password, (await current.GetAsync(cancellation)).Id, cancellation);
        return Page.Of<PasswordPage>(new { UserName = staff.UserName ?? "", staff.DisplayName, Password = password });
    }

    private static Task<Staff?> FindAsync(TriageDbContext db, long id, CancellationToken cancellation) =>
        db.Users.Include(s => s.Offices).SingleOrDefaultAsync(s => s.Id == id && s.Kind == StaffKind.Human, cancellation);

    private static List<string>? Check(StaffInput input)
    {
        List<string> errors = [];
        if (input.DisplayName.Length == 0)
        {
            errors.Add("Bitte geben Sie einen Namen ein.");
        }

        if (input.Roles.Count == 0)
        {
            errors.Add("Bitte wählen Sie mindestens eine Rolle.");
        }

        return errors.Count == 0 ? null : errors;
    }

    private static List<string>? CheckOwn(bool isOwn, StaffInput input) => isOwn && !input.Roles.Contains(StaffRole.Administrator)
        ? ["Sie können sich die Administration nicht selbst entziehen."]
        : null;

    private static string NewPassword() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 14);
}

/// <summary>Roles and offices arrive as the ids whose boxes are ticked.</summary>
internal sealed record StaffForm
{
    public string? UserName { get; init; }

    public string? DisplayName { get; init; }

    public string[]? Roles { get; init; }

    public string[]? Offices { get; init; }

    public StaffInput ToInput(Municipality town) => new(
        UserName?.Trim() ?? "",
        DisplayName?.Trim() ?? "",
        [.. StaffRole.All.Where(r => Roles?.Contains(r) == true)],
        [.. town.Departments.Select(d => d.Id).Where(d => Offices?.Contains(d) == true)]);
}
