using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Tests.Intake;
using Triage.Service.Tests.Support;
using Triage.Service.Triaging.Rules;

namespace Triage.Service.Tests.Triaging;

public sealed class RuleTests : IAsyncLifetime
{
    private ServiceHost host = null!;
    private Visitor supervisor = null!;

    public async ValueTask InitializeAsync()
    {
        // Without a model a rule alone decides, and the test shows that.
        host = await ServiceHost.StartAsync(new Dictionary<string, string>(CitizenHost.Settings) { ["Triaging:ModelFolder"] = "/nirgends" });
        supervisor = await host.SignInAsync(StaffRole.Supervisor);
    }

    public async ValueTask DisposeAsync()
    {
        supervisor.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_rule_is_tried_on_past_cases_before_it_is_switched_on_and_then_decides_and_is_named()
    {
        var past = await host.CaseAsync("Die Kleingartenanlage", null);
        await host.CaseAsync("Hund abmelden", "steueramt");
        var page = await WriteAsync(("words", "Kleingarten*"), ("target", "bauamt"));
        Assert.Contains("Entwurf, noch nicht erprobt", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action$='/schalten']"));

        var tried = await supervisor.SubmitAsync(page, $"{page.Address.AbsolutePath}/erproben");
        Assert.Contains("Die Regel hätte 1 von 2 Vorgängen anders zugeordnet.", tried.Text, StringComparison.Ordinal);
        Assert.Equal($"/vorgang/{past}", tried.Document.QuerySelector("main tbody a")!.GetAttribute("href"));
        Assert.Null(await OfficeAsync("Kleingarten zu vergeben?"));

        var on = await supervisor.FollowAsync(await supervisor.SubmitAsync(tried, $"{page.Address.AbsolutePath}/schalten"));
        Assert.Contains("Stand: eingeschaltet", on.Text, StringComparison.Ordinal);
        var id = await host.ReceiveAsync(Some.Mail("Frage", "Wann wird ein Kleingarten frei?", from: "neu@example.org"));
        Assert.Equal("bauamt", await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Department).SingleAsync()));
        Assert.Contains("Beim Eingang hat die Regel „Probe“ das Amt gewählt: Weil es so ist.", (await supervisor.GetAsync($"/vorgang/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(
            ["save-rule", "try-rule", "rule-on"],
            await host.InDatabaseAsync(db => db.Audit.Where(a => a.Subject == "rule").OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_changed_rule_is_off_until_it_was_tried_again_and_an_expired_one_acts_no_more()
    {
        var page = await OnAsync(await WriteAsync(("words", "Ampel"), ("target", "tiefbauamt")));
        Assert.Equal("tiefbauamt", await OfficeAsync("Die Ampel ist aus"));

        var changed = await supervisor.FollowAsync(await supervisor.SubmitAsync(page, page.Address.AbsolutePath, [new("words", "Laterne")]));
        Assert.Contains("Entwurf, noch nicht erprobt", changed.Text, StringComparison.Ordinal);
        Assert.Null(await OfficeAsync("Die Laterne ist aus"));

        await OnAsync(changed);
        await host.InDatabaseAsync(db => db.RoutingRules.ExecuteUpdateAsync(r => r.SetProperty(x => x.ValidUntil, new DateOnly(2026, 1, 2))));
        Assert.Null(await OfficeAsync("Noch eine Laterne ist aus"));
        Assert.Contains("abgelaufen", (await supervisor.GetAsync("/regeln")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_from_an_old_page_changes_nothing()
    {
        var page = await WriteAsync(("words", "Ampel"), ("target", "tiefbauamt"));
        var tried = await supervisor.SubmitAsync(page, $"{page.Address.AbsolutePath}/erproben");
        await supervisor.SubmitAsync(tried, page.Address.AbsolutePath, [new("words", "alles*")]);

        var late = await supervisor.SubmitAsync(tried, $"{page.Address.AbsolutePath}/schalten");

        Assert.Equal(System.Net.HttpStatusCode.Conflict, late.Status);
        Assert.Equal(RuleState.Draft, await host.InDatabaseAsync(db => db.RoutingRules.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task A_rule_without_a_condition_a_target_or_a_reason_is_refused_and_keeps_what_was_typed()
    {
        var form = await supervisor.GetAsync("/regeln/neu");

        var refused = await supervisor.SubmitAsync(form, "/regeln/neu", [new("name", "Halb"), new("target", "mond"), new("validUntil", "1.1.2020")]);

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(4, refused.Document.QuerySelectorAll("#fehler li").Length);
        Assert.Equal("Halb", refused.Document.GetElementById("name")!.GetAttribute("value"));
        Assert.Equal(0, await host.InDatabaseAsync(db => db.RoutingRules.CountAsync()));
    }

    [Fact]
    public async Task Rules_are_the_supervisors_alone()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "bauamt");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await clerk.GetAsync("/regeln")).Status);
    }

    [Fact]
    public async Task A_place_named_in_the_web_form_counts_and_no_rule_acts_for_who_asked_for_no_AI()
    {
        using var citizen = host.Visit();
        await OnAsync(await WriteAsync(("places", "Lindenallee"), ("target", "bauamt")));

        var (with, _) = await citizen.OpenCaseAsync(("anliegen", "Hier ist ein Loch im Weg."), ("ort", "Lindenallee 4"));
        var (without, _) = await citizen.OpenCaseAsync(("anliegen", "Hier ist ein Loch im Weg."), ("ort", "Lindenallee 4"), ("ohneki", "ja"));
        await host.PipelineIdleAsync();

        var offices = await host.InDatabaseAsync(db => db.Cases.ToDictionaryAsync(c => c.Number, c => c.Department));
        Assert.Equal(("bauamt", null), (offices[with], offices[without]));
    }

    private async Task<Answer> WriteAsync(params (string Name, string Value)[] fields)
    {
        var form = await supervisor.GetAsync("/regeln/neu");
        var changes = fields.Concat([("name", "Probe"), ("reason", "Weil es so ist."), ("validFrom", "2026-01-01")]).Select(f => KeyValuePair.Create(f.Item1, (string?)f.Item2));
        return await supervisor.FollowAsync(await supervisor.SubmitAsync(form, "/regeln/neu", changes));
    }

    private async Task<Answer> OnAsync(Answer page)
    {
        var tried = await supervisor.SubmitAsync(page, $"{page.Address.AbsolutePath}/erproben");
        return await supervisor.FollowAsync(await supervisor.SubmitAsync(tried, $"{page.Address.AbsolutePath}/schalten"));
    }

    private async Task<string?> OfficeAsync(string subject)
    {
        var id = await host.ReceiveAsync(Some.Mail(subject, "Bitte um Antwort.", from: $"{Guid.NewGuid():N}@example.org"));
        return await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Department).SingleAsync());
    }
}
