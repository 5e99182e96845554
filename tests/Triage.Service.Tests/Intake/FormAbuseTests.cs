using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

public sealed class FormAbuseTests
{
    [Fact]
    public async Task Fault_51_a_filled_trap_or_a_form_that_came_too_fast_is_explained_and_keeps_its_text()
    {
        var clock = new MovedClock();
        await using var host = await ServiceHost.StartAsync(time: clock);
        using var citizen = host.Visit();
        var page = await citizen.GetAsync("/");
        var fast = await citizen.SubmitAsync(page, "/", Citizen.Fields());
        clock.Advance(TimeSpan.FromSeconds(10));
        var trapped = await citizen.SubmitAsync(fast, "/", Citizen.Fields(("website", "https://spam.example")));

        foreach (var (refused, why) in new[] { (fast, "sehr schnell"), (trapped, "nicht sehen") })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(why, refused.Document.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(Citizen.Text, refused.Document.QuerySelector("#anliegen")!.TextContent);
        }

        Assert.Equal(0, await host.InDatabaseAsync(db => db.Cases.CountAsync()));
        Assert.Equal("/danke", (await citizen.SubmitAsync(trapped, "/", Citizen.Fields())).Location);
    }

    [Fact]
    public async Task Fault_51_a_form_from_yesterday_is_explained_and_can_be_sent_again()
    {
        var clock = new MovedClock();
        await using var host = await ServiceHost.StartAsync(time: clock);
        using var citizen = host.Visit();
        var page = await citizen.GetAsync("/");
        clock.Advance(TimeSpan.FromHours(25));

        var late = await citizen.SubmitAsync(page, "/", Citizen.Fields());
        var forged = await citizen.SubmitAsync(page, "/", Citizen.Fields(("schein", "selbst gemacht")));
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (late.Status, forged.Status));
        Assert.Contains("zu lange offen", late.Text, StringComparison.Ordinal);
        Assert.Equal(Citizen.Text, late.Document.QuerySelector("#anliegen")!.TextContent);
        Assert.Equal("/danke", (await citizen.SubmitAsync(late, "/", Citizen.Fields())).Location);
    }

    [Fact]
    public async Task Fault_51_one_address_sends_twenty_forms_a_minute_and_then_has_to_wait()
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Intake:FormMinSeconds"] = "0" });
        using var citizen = host.Visit();
        var page = await citizen.GetAsync("/stand");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++)
        {
            statuses.Add((await citizen.SubmitAsync(page, "/stand", new Dictionary<string, string?> { ["code"] = "falsch" })).Status);
        }

        Assert.All(statuses[..20], s => Assert.Equal(HttpStatusCode.UnprocessableEntity, s));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[20]);
    }

    [Fact]
    public async Task Fault_51_who_has_to_wait_keeps_what_was_typed_and_is_told_how_long()
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Intake:FormMinSeconds"] = "0", ["Intake:FormsPerMinute"] = "1" });
        using var citizen = host.Visit();
        await citizen.OpenCaseAsync();

        var refused = await citizen.WriteAsync(("anliegen", "Mein zweites Anliegen."), ("antwort", "telefon"), ("telefon", "0123 456789"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("Mein zweites Anliegen.", refused.Document.GetElementById("anliegen")!.TextContent);
        Assert.Equal("0123 456789", refused.Document.GetElementById("telefon")!.GetAttribute("value"));
        var seconds = refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        Assert.InRange(seconds, 1, 60);
        Assert.Equal("Bitte warten Sie einen Moment", refused.Document.GetElementById("fehler-titel")!.TextContent);
        Assert.Contains($"Ihr Text ist noch da. Bitte warten Sie {seconds} Sekunden", refused.Document.GetElementById("fehler")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_51_an_addition_and_a_judgement_are_kept_too_by_who_has_to_wait()
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Intake:FormMinSeconds"] = "0", ["Intake:FormsPerMinute"] = "2" });
        using var citizen = host.Visit();
        var (number, code) = await citizen.OpenCaseAsync();
        var page = await citizen.LookUpAsync(number, code);

        var addition = await citizen.SubmitAsync(page, "/stand/ergaenzen", [new("ergaenzung", "Noch etwas.")]);
        var judged = await citizen.PostAsync(page, "/rueckmeldung", [new("urteil", "Partly"), new("text", "Fast gut.")]);

        Assert.Equal((HttpStatusCode.TooManyRequests, "Noch etwas."), (addition.Status, addition.Document.GetElementById("ergaenzung")!.TextContent));
        Assert.Equal((HttpStatusCode.TooManyRequests, "Fast gut."), (judged.Status, judged.Document.GetElementById("text")!.TextContent));
    }

    [Fact]
    public async Task Fault_51_who_has_to_wait_after_the_half_hour_keeps_the_text_too_and_no_code_is_tried()
    {
        var clock = new MovedClock();
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Intake:FormMinSeconds"] = "0", ["Intake:FormsPerMinute"] = "2" }, clock);
        using var citizen = host.Visit();
        var (number, code) = await citizen.OpenCaseAsync();
        var page = await citizen.LookUpAsync(number, code);
        clock.Advance(TimeSpan.FromMinutes(31));

        foreach (var (action, field) in new[] { ("/stand/ergaenzen", "ergaenzung"), ("/rueckmeldung", "text") })
        {
            var late = await citizen.PostAsync(page, action, [new(field, "Noch etwas.")]);
            var again = await citizen.SubmitAsync(late, action, [new("aktenzeichen", number), new("code", code)]);

            foreach (var refused in new[] { late, again })
            {
                Assert.Equal((HttpStatusCode.TooManyRequests, "Die Zeit ist abgelaufen"), (refused.Status, refused.Heading));
                Assert.Contains("Ihr Text ist noch da. Bitte warten Sie", refused.Text, StringComparison.Ordinal);
                Assert.Equal("Noch etwas.", refused.Document.GetElementById(field)!.TextContent);
            }
        }
    }

    [Fact]
    public async Task Fault_51_who_has_to_wait_keeps_what_was_typed_before_and_behind_files_of_any_size()
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Intake:FormMinSeconds"] = "0", ["Intake:FormsPerMinute"] = "1" });
        using var citizen = host.Visit();
        await citizen.OpenCaseAsync();

        using var usual = await citizen.AttachAsync(("foto.jpg", new byte[5 * 1024 * 1024]));
        using var huge = await citizen.AttachAsync(("film.mp4", new byte[40 * 1024 * 1024]), ("film2.mp4", new byte[1024]));
        var (whole, cut) = (await Visitor.ReadAsync(usual), await Visitor.ReadAsync(huge));

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (whole.Status, cut.Status));
        Assert.All([whole, cut], a => Assert.Equal(Citizen.Text, a.Document.GetElementById("anliegen")!.TextContent));
        Assert.All([whole, cut], a => Assert.Contains("Bitte wählen Sie sie noch einmal aus", a.Text, StringComparison.Ordinal));
        Assert.All([whole, cut], a => Assert.Contains("Ihr Text ist noch da", a.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fault_51_the_pages_of_citizens_need_no_script_and_no_captcha()
    {
        await using var host = await ServiceHost.StartAsync();
        using var citizen = host.Visit();
        foreach (var address in new[] { "/", "/stand", "/ki-und-ihre-rechte", "/datenschutz", "/barrierefreiheit" })
        {
            var page = await citizen.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Document.QuerySelectorAll("script, iframe, img"));
            Assert.Single(page.Document.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task Fault_26_when_nothing_can_be_stored_the_citizen_is_told_and_the_text_stays_in_the_form()
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Intake:FormMinSeconds"] = "0" });
        using var citizen = host.Visit();
        // A file where the store's folder should be: every writing fails, as on a full disk.
        var content = Path.Combine(host.Folder, "content");
        await File.WriteAllTextAsync(content, "");

        var refused = await citizen.WriteAsync();
        File.Delete(content);
        var taken = await citizen.SubmitAsync(refused, "/", Citizen.Fields());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("nicht speichern", refused.Document.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Citizen.Text, refused.Document.QuerySelector("#anliegen")!.TextContent);
        Assert.Equal("/danke", taken.Location);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Cases.CountAsync()));
    }
}
