using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

public sealed class StatusTests(CitizenHost fixture) : IClassFixture<CitizenHost>
{
    private readonly ServiceHost host = fixture.Host;

    [Fact]
    public async Task Number_and_code_show_where_the_case_stands_and_nothing_that_was_written()
    {
        using var citizen = host.Visit();
        var (number, code) = await citizen.OpenCaseAsync();
        await host.PipelineIdleAsync();
        await ChangeAsync(number, c => c.Reroute("tiefbauamt", null));
        using var elsewhere = host.Visit();

        var page = await elsewhere.LookUpAsync(number.ToLowerInvariant(), code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());

        Assert.Contains(number, page.Text, StringComparison.Ordinal);
        Assert.Equal("In Bearbeitung", page.Document.QuerySelector("[aria-current=step]")!.TextContent);
        Assert.Contains("Tiefbau und Verkehr", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href^='tel:']"));
        Assert.Contains("Antwort bis", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Laterne", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("joerg@example.org", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizen_sees_how_a_concern_that_was_split_off_goes_on_and_not_what_was_written()
    {
        using var citizen = host.Visit();
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var (number, code) = await citizen.OpenCaseAsync(("anliegen", $"{Citizen.Text}\n\nUnd wie melde ich meinen Hund ab?"));
        await host.PipelineIdleAsync();
        var id = await host.InDatabaseAsync(db => db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        var page = await clerk.GetAsync($"/vorgang/{id}/abspalten");
        var dog = page.Document.QuerySelectorAll("#Saetze label").Single(l => l.TextContent.Contains("Hund", StringComparison.Ordinal)).GetAttribute("for")!["s-".Length..];
        await clerk.SubmitAsync(page, $"/vorgang/{id}/abspalten", [new("Saetze", dog), new("Ziel", "steueramt/hundesteuer")]);
        var part = await host.InDatabaseAsync(db => db.Splits.Where(s => s.OriginId == id).Join(db.Cases, s => s.PartId, c => c.Id, (_, c) => c.Number).SingleAsync());

        var split = await citizen.LookUpAsync(number, code);
        using var elsewhere = host.Visit();
        var byPart = await elsewhere.LookUpAsync(part, code);
        await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/zusammenfuehren");
        var joined = await citizen.GetAsync("/stand");

        Assert.Contains($"{part}, Steueramt und Stadtkasse: In Bearbeitung", split.Text, StringComparison.Ordinal);
        // The part's number is the one on its answer; the citizen has one code for all.
        Assert.Equal(split.Text, byPart.Text);
        using var guesser = host.Visit();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guesser.LookUpAsync(part, StatusCode.New())).Status);
        // No answer is promised: a part may be closed without one.
        Assert.Contains("Jedes Anliegen wird für sich bearbeitet.", split.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hund", split.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(part, joined.Text, StringComparison.Ordinal);
        Assert.Contains(number, joined.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_number_and_a_wrong_code_are_answered_alike()
    {
        using var citizen = host.Visit();
        var (number, code) = await citizen.OpenCaseAsync();
        using var guesser = host.Visit();

        var wrongCode = await guesser.LookUpAsync(number, StatusCode.New());
        var wrongNumber = await guesser.LookUpAsync("MU-2026-999999", code);
        var byMail = await guesser.LookUpAsync(await NumberWithoutCodeAsync(), new string('0', 64));

        Assert.All([wrongCode, wrongNumber, byMail], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.Equal(wrongCode.Text, wrongNumber.Text);
        Assert.Equal(wrongCode.Text, byMail.Text);
        Assert.DoesNotContain("Ansicht beenden", (await guesser.GetAsync("/stand")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_addition_joins_the_case_and_wakes_it()
    {
        using var citizen = host.Visit();
        var (number, code) = await citizen.OpenCaseAsync();
        await host.PipelineIdleAsync();
        await ChangeAsync(number, c => c.Close(CloseReason.ByPhone, c.CreatedAt));

        var page = await citizen.LookUpAsync(number, code);
        var empty = await citizen.SubmitAsync(page, "/stand/ergaenzen");
        var added = await citizen.FollowAsync(await citizen.SubmitAsync(page, "/stand/ergaenzen", Field("ergaenzung", "Ich bin nicht im Büro. Sie brennt wieder nicht.")));
        await host.PipelineIdleAsync();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ergaenzung"), (empty.Status, empty.Document.QuerySelector("[aria-invalid]")!.Id));
        Assert.Contains("Ihre Ergänzung ist bei uns angekommen.", added.Text, StringComparison.Ordinal);
        var opened = await CaseAsync(number);
        var messages = await host.InDatabaseAsync(db => db.Messages.Where(m => m.CaseId == opened.Id && m.Direction == MessageDirection.In).OrderBy(m => m.Id).ToListAsync());
        Assert.Equal(["joerg@example.org", "joerg@example.org"], messages.Select(m => m.FromAddress));
        Assert.Equal(("Ich bin nicht im Büro. Sie brennt wieder nicht.", null), (messages[1].Text, messages[1].Automatic));
        Assert.Equal(CaseStatus.Open, opened.Status);
    }

    [Fact]
    public async Task Withdrawing_needs_a_tick_closes_the_case_and_is_recorded()
    {
        using var citizen = host.Visit();
        var (number, code) = await citizen.OpenCaseAsync();
        await host.PipelineIdleAsync();

        var page = await citizen.LookUpAsync(number, code);
        var unsure = await citizen.SubmitAsync(page, "/stand/zurueckziehen");
        var withdrawn = await citizen.FollowAsync(await citizen.SubmitAsync(page, "/stand/zurueckziehen", Field("sicher", "ja")));
        await citizen.SubmitAsync(page, "/stand/zurueckziehen", Field("sicher", "ja"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.Status);
        Assert.StartsWith("Zurückgezogen am", withdrawn.Document.QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);
        var closed = await CaseAsync(number);
        Assert.Equal((CaseStatus.Closed, CloseReason.Withdrawn), (closed.Status, closed.ClosedBecause));
        var entries = await host.InDatabaseAsync(db => db.Audit.Where(a => a.SubjectId == closed.Id && a.Action == "withdraw").ToListAsync());
        Assert.Null(Assert.Single(entries).ActorId);
        Assert.Null(await host.InDatabaseAsync(db => db.FirstBadRowAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task Nothing_can_be_done_to_a_case_whose_code_was_not_shown_or_after_the_view_was_ended()
    {
        using var citizen = host.Visit();
        var (number, code) = await citizen.OpenCaseAsync();
        var page = await citizen.LookUpAsync(number, code);
        await citizen.SubmitAsync(page, "/stand/beenden");
        using var stranger = host.Visit();
        var form = await stranger.GetAsync("/stand");

        var late = await citizen.SubmitAsync(page, "/stand/zurueckziehen", Field("sicher", "ja"));
        var foreign = await stranger.PostAsync(form, "/stand/zurueckziehen", Field("sicher", "ja"));

        Assert.Equal(("/stand", "/stand"), (late.Location, foreign.Location));
        Assert.NotEqual(CaseStatus.Closed, (await CaseAsync(number)).Status);
    }

    private static Dictionary<string, string?> Field(string name, string value) => new() { [name] = value };

    private Task<Case> CaseAsync(string number) => host.InDatabaseAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Number == number));

    private async Task<string> NumberWithoutCodeAsync()
    {
        var id = await host.ReceiveAsync(Some.Mail());
        return await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync());
    }

    private Task<bool> ChangeAsync(string number, Action<Case> change) => host.InDatabaseAsync(async db =>
    {
        change(await db.Cases.SingleAsync(c => c.Number == number));
        return await db.SaveChangesAsync() > 0;
    });
}
