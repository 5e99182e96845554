using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Accounts;

public sealed class SignInTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    private const string Password = "ein langes Passwort";

    [Fact]
    public async Task A_person_signs_in_with_name_and_password_and_lands_where_they_wanted()
    {
        using var known = await host.SignInAsync(StaffRole.Administrator);
        using var visitor = host.Visit();

        var answer = await SignInAsync(visitor, known.UserName, Password, "/anmelden?zu=/verwaltung");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/verwaltung", answer.Location);
        Assert.Equal("Verwaltung", (await visitor.FollowAsync(answer)).Heading);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer_with_the_name_kept()
    {
        using var known = await host.SignInAsync(StaffRole.Clerk);
        using var visitor = host.Visit();

        var wrong = await SignInAsync(visitor, known.UserName, "falsch");
        var unknown = await SignInAsync(visitor, "niemand", "falsch");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.StartsWith("Fehler: ", wrong.Document.Title, StringComparison.Ordinal);
        Assert.Equal(wrong.Text, unknown.Text);
        Assert.Equal(known.UserName, wrong.Document.QuerySelector("input[name=UserName]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task A_link_cannot_lead_elsewhere_after_sign_in(string wanted)
    {
        using var known = await host.SignInAsync(StaffRole.Clerk);
        using var visitor = host.Visit();

        var answer = await SignInAsync(visitor, known.UserName, Password, $"/anmelden?zu={Uri.EscapeDataString(wanted)}");

        Assert.Equal("/posteingang", answer.Location);
    }

    [Fact]
    public async Task An_account_waits_after_too_many_wrong_passwords()
    {
        using var known = await host.SignInAsync(StaffRole.Clerk);
        using var visitor = host.Visit();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await SignInAsync(visitor, known.UserName, "falsch");
        }

        var answer = await SignInAsync(visitor, known.UserName, Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task Fault_50_a_copied_session_ends_at_sign_out()
    {
        using var person = await host.SignInAsync(StaffRole.Administrator);
        using var thief = person.Copy();
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/verwaltung")).Status);

        await person.PostAsync(await person.GetAsync("/konto"), "/abmelden");

        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/verwaltung")).Status);
    }

    [Fact]
    public async Task Fault_50_a_session_ends_when_the_account_is_disabled()
    {
        using var person = await host.SignInAsync(StaffRole.Supervisor);
        using var admin = await host.SignInAsync(StaffRole.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/protokoll")).Status);

        await admin.SubmitAsync(await admin.GetAsync($"/verwaltung/{person.Id}"), $"/verwaltung/{person.Id}/sperren");

        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/protokoll")).Status);
        using var visitor = host.Visit();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(visitor, person.UserName, Password)).Status);
    }

    [Fact]
    public async Task Without_demo_data_a_one_time_link_makes_the_first_administrator()
    {
        await using var empty = await ServiceHost.StartAsync();
        var token = await empty.InScopeAsync(s => s.GetRequiredService<StaffDirectory>().NewSetupTokenAsync(CancellationToken.None));
        using var visitor = empty.Visit();
        var page = await visitor.GetAsync($"/einrichten?token={token}");

        var made = await visitor.SubmitAsync(page, "/einrichten", Fields(("UserName", "chef"), ("DisplayName", "Die Erste"), ("Password", Password)));

        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/einrichten?token={token}")).Status);
        Assert.Equal(1, await empty.InDatabaseAsync(db => db.Audit.CountAsync(a => a.Action == "create-account")));
        Assert.Equal("/posteingang", (await SignInAsync(visitor, "chef", Password)).Location);
    }

    [Fact]
    public async Task A_setup_link_that_was_guessed_shows_nothing()
    {
        using var visitor = host.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/einrichten?token=0123456789abcdef0123456789abcdef")).Status);
    }

    private static async Task<Answer> SignInAsync(Visitor visitor, string name, string password, string address = "/anmelden") =>
        await visitor.SubmitAsync(await visitor.GetAsync(address), "/anmelden", Fields(("UserName", name), ("Password", password)));

    private static IEnumerable<KeyValuePair<string, string?>> Fields(params (string Name, string Value)[] fields) =>
        fields.Select(f => KeyValuePair.Create(f.Name, (string?)f.Value));
}
