using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Accounts;

public sealed class AdministrationTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task An_administrator_makes_a_person_whose_password_is_shown_once_and_works()
    {
        using var admin = await host.SignInAsync(StaffRole.Administrator);
        var form = await admin.GetAsync("/verwaltung/neu");

        var made = await admin.SubmitAsync(
            form, "/verwaltung/neu", Fields(("UserName", "neue.kraft"), ("DisplayName", "Neue Kraft"), ("Roles", StaffRole.Clerk), ("Offices", "standesamt")));

        Assert.Equal("Neues Passwort für Neue Kraft", made.Heading);
        var password = made.Document.QuerySelector("code")!.TextContent;
        using var visitor = host.Visit();
        var signedIn = await visitor.SubmitAsync(await visitor.GetAsync("/anmelden"), "/anmelden", Fields(("UserName", "neue.kraft"), ("Password", password)));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.Status);
        var stored = await host.InDatabaseAsync(db => db.Users.Include(s => s.Offices).SingleAsync(s => s.UserName == "neue.kraft"));
        Assert.Equal(["standesamt"], stored.Offices.Select(o => o.Department));
        Assert.Equal(admin.Id, await host.InDatabaseAsync(db => db.Audit.Where(a => a.Action == "create-account" && a.SubjectId == stored.Id).Select(a => a.ActorId).SingleAsync()));
    }

    [Fact]
    public async Task A_person_without_role_or_name_is_refused_with_what_was_typed_kept()
    {
        using var admin = await host.SignInAsync(StaffRole.Administrator);

        var refused = await admin.SubmitAsync(await admin.GetAsync("/verwaltung/neu"), "/verwaltung/neu", Fields(("UserName", "halb.fertig"), ("DisplayName", "")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("mindestens eine Rolle", refused.Text, StringComparison.Ordinal);
        Assert.Equal("halb.fertig", refused.Document.QuerySelector("input[name=UserName]")!.GetAttribute("value"));
        Assert.False(await host.InDatabaseAsync(db => db.Users.AnyAsync(s => s.UserName == "halb.fertig")));
    }

    [Fact]
    public async Task Roles_and_offices_change_with_the_next_request_and_are_audited()
    {
        using var admin = await host.SignInAsync(StaffRole.Administrator);
        using var person = await host.SignInAsync(StaffRole.Clerk, "standesamt");

        await admin.SubmitAsync(
            await admin.GetAsync($"/verwaltung/{person.Id}"), $"/verwaltung/{person.Id}", Fields(("Roles", null), ("Roles", StaffRole.Supervisor), ("Offices", null)));

        var roles = await host.InDatabaseAsync(db => db.UserRoles.Where(r => r.UserId == person.Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name).ToListAsync());
        Assert.Equal([StaffRole.Supervisor], roles);
        Assert.True(await host.InDatabaseAsync(db => db.Audit.AnyAsync(a => a.Action == "update-account" && a.SubjectId == person.Id && a.ActorId == admin.Id)));
    }

    [Fact]
    public async Task An_administrator_cannot_lock_themselves_out()
    {
        using var admin = await host.SignInAsync(StaffRole.Administrator);
        var page = await admin.GetAsync($"/verwaltung/{admin.Id}");

        var demoted = await admin.SubmitAsync(page, $"/verwaltung/{admin.Id}", Fields(("Roles", null), ("Roles", StaffRole.Clerk)));
        var disabled = await admin.PostAsync(page, $"/verwaltung/{admin.Id}/sperren");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, demoted.Status);
        Assert.Equal(HttpStatusCode.NotFound, disabled.Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/verwaltung")).Status);
    }

    [Theory]
    [InlineData(StaffRole.Clerk)]
    [InlineData(StaffRole.Supervisor)]
    [InlineData(StaffRole.Editor)]
    public async Task Administration_does_not_exist_for_other_roles(string role)
    {
        using var person = await host.SignInAsync(role, "standesamt");

        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync("/verwaltung")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync("/verwaltung/neu")).Status);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Fields(params (string Name, string? Value)[] fields) =>
        fields.Select(f => KeyValuePair.Create(f.Name, f.Value));
}
