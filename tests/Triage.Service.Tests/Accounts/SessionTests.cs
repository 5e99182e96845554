using System.Net;
using System.Text.Json;
using Triage.Service.Accounts;
using Triage.Service.Tests.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Accounts;

/// <summary>A session ends when its person is away, with a warning, and takes nothing typed along.</summary>
public sealed class SessionTests
{
    private readonly MovedClock clock = new();

    [Fact]
    public async Task What_a_page_asks_by_itself_keeps_no_session_alive_and_a_person_does()
    {
        await using var host = await ServiceHost.StartAsync(time: clock);
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var page = await clerk.GetAsync($"/vorgang/{id}");
        clock.Advance(TimeSpan.FromMinutes(50));

        await clerk.GetAsync("/posteingang/zahlen");
        await clerk.PostAsync(page, $"/vorgang/{id}/anwesend");
        Assert.InRange(await LeftAsync(clerk), 590, 601);

        await clerk.PostAsync(page, "/sitzung");
        Assert.InRange(await LeftAsync(clerk), 3590, 3601);
        clock.Advance(TimeSpan.FromMinutes(50));
        await clerk.GetAsync("/posteingang");
        Assert.InRange(await LeftAsync(clerk), 3590, 3601);
        clock.Advance(TimeSpan.FromMinutes(61));
        Assert.StartsWith("/anmelden", new Uri(host.Address, (await clerk.GetAsync("/posteingang")).Location!).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_after_its_session_ended_goes_on_after_signing_in_again()
    {
        await using var host = await ServiceHost.StartAsync(time: clock);
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var page = await clerk.GetAsync($"/vorgang/{id}");
        clock.Advance(TimeSpan.FromMinutes(61));
        AsBrowser(clerk, host.Address.GetLeftPart(UriPartial.Authority));

        var ended = await clerk.SubmitAsync(page, $"/vorgang/{id}/speichern", [new("Text", "Eine lange Antwort,\n\ndie fertig war.")]);
        var wrong = await SignInAsync(clerk, ended, "falsch");
        var back = await SignInAsync(clerk, wrong, "ein langes Passwort");
        var saved = await clerk.FollowAsync(await clerk.SubmitAsync(back, $"/vorgang/{id}/speichern"));

        Assert.Equal((HttpStatusCode.Unauthorized, "Anmelden"), (ended.Status, ended.Heading));
        Assert.DoesNotContain("Eine lange Antwort", ended.Html, StringComparison.Ordinal);
        Assert.Equal("Ihr Text ist noch da", back.Heading);
        Assert.Contains("die fertig war.", back.Document.GetElementById("typed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Eine lange Antwort,\n\ndie fertig war.", saved.Document.GetElementById("Text")!.TextContent.TrimStart('\n'));
    }

    [Fact]
    public async Task Files_a_password_and_a_proxy_that_is_not_known_do_not_keep_what_was_typed_from_being_kept()
    {
        await using var host = await ServiceHost.StartAsync(time: clock);
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        clock.Advance(TimeSpan.FromMinutes(61));
        // The browser was on https; a proxy that is not known spoke http.
        AsBrowser(clerk, $"https://{host.Address.Authority}");

        var ended = await SendAsync(clerk, $"/vorgang/{id}/speichern", ("Text", "Eine lange Antwort."), ("Password", "sehr geheim hier"), ("Zuletzt", "hinter der Datei"));
        var back = await SignInAsync(clerk, ended, "ein langes Passwort");

        Assert.Equal("Ihr Text ist noch da", back.Heading);
        Assert.Equal("Eine lange Antwort.", back.Document.QuerySelector("input[name=Text]")!.GetAttribute("value"));
        Assert.Equal("hinter der Datei", back.Document.QuerySelector("input[name=Zuletzt]")!.GetAttribute("value"));
        Assert.DoesNotContain("sehr geheim", back.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Datei.pdf", back.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_to_be_kept_is_not_promised()
    {
        await using var host = await ServiceHost.StartAsync(time: clock);
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        clock.Advance(TimeSpan.FromMinutes(61));
        AsBrowser(clerk, host.Address.GetLeftPart(UriPartial.Authority));

        var longest = await SendAsync(clerk, "/vorgang/1/speichern", ("Text", new string('ü', 399_000) + " a"));
        var back = await SignInAsync(clerk, longest, "ein langes Passwort");
        clock.Advance(TimeSpan.FromMinutes(61));
        var longer = await SendAsync(clerk, "/vorgang/1/speichern", ("Text", new string('ü', 400_001) + " a"));

        Assert.Equal("Ihr Text ist noch da", back.Heading);
        Assert.Equal((HttpStatusCode.Unauthorized, "Anmelden"), (longer.Status, longer.Heading));
        Assert.Contains("ist zu lang, um es aufzuheben", longer.Text, StringComparison.Ordinal);
        Assert.True(longer.Document.QuerySelector("textarea[readonly]")!.TextContent.Length > 400_000);
        Assert.DoesNotContain("noch da", longer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_to_wait_for_signing_in_keeps_what_was_typed()
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Intake:FormsPerMinute"] = "1" }, clock);
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        clock.Advance(TimeSpan.FromMinutes(61));
        AsBrowser(clerk, host.Address.GetLeftPart(UriPartial.Authority));
        var ended = await SendAsync(clerk, "/vorgang/1/speichern", ("Text", "Eine lange Antwort."));

        var wrong = await SignInAsync(clerk, ended, "falsch");
        var busy = await SignInAsync(clerk, wrong, "ein langes Passwort");

        Assert.Equal((HttpStatusCode.TooManyRequests, "Bitte warten Sie einen Moment"), (busy.Status, busy.Document.GetElementById("fehler-titel")!.TextContent));
        Assert.Contains("ist noch da", busy.Text, StringComparison.Ordinal);
        Assert.Equal(clerk.UserName, busy.Document.GetElementById("name")!.GetAttribute("value"));
        Assert.DoesNotContain("ein langes Passwort", busy.Html, StringComparison.Ordinal);
        Assert.Equal(
            ended.Document.QuerySelector("input[name=Kept]")!.GetAttribute("value"), busy.Document.QuerySelector("input[name=Kept]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("https://fremd.example", "/vorgang/1/freigeben")]
    [InlineData("null", "/vorgang/1/freigeben")]
    [InlineData(null, "/abmelden")]
    public async Task A_form_of_another_site_and_a_signing_out_are_not_kept(string? origin, string action)
    {
        await using var host = await ServiceHost.StartAsync();
        using var stranger = host.Visit();
        AsBrowser(stranger, origin ?? host.Address.GetLeftPart(UriPartial.Authority));

        var asked = await stranger.PostAsync(await stranger.GetAsync("/anmelden"), action, [new("Nummer", "1"), new("Sha256", new string('a', 64))]);

        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Assert.Contains("/anmelden", asked.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/vorgang/1/freigeben", "Text mit Wort")]
    [InlineData("/verwaltung/loeschen/ausfuehren", "Text mit Wort")]
    [InlineData("/konto/passwort", "ein langes Passwort")]
    [InlineData("/vorgang/1/speichern", "1")]
    public async Task A_decision_a_password_and_a_form_without_words_are_not_kept(string action, string text)
    {
        await using var host = await ServiceHost.StartAsync(time: clock);
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var page = await clerk.GetAsync("/posteingang");
        clock.Advance(TimeSpan.FromMinutes(61));
        AsBrowser(clerk, host.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.Redirect, (await clerk.PostAsync(page, action, [new("Text", text)])).Status);
    }

    [Fact]
    public async Task What_one_person_typed_is_not_given_to_another_who_signs_in_there()
    {
        await using var host = await ServiceHost.StartAsync(time: clock);
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var other = await host.SignInAsync(StaffRole.Clerk, "friedhof");
        var id = await host.CaseAsync("Hund", "steueramt");
        var page = await clerk.GetAsync($"/vorgang/{id}");
        clock.Advance(TimeSpan.FromMinutes(61));
        AsBrowser(clerk, host.Address.GetLeftPart(UriPartial.Authority));
        var ended = await clerk.SubmitAsync(page, $"/vorgang/{id}/speichern", [new("Text", "Eine lange Antwort.")]);

        var back = await clerk.SubmitAsync(ended, "/anmelden", [new("UserName", other.UserName), new("Password", "ein langes Passwort")]);

        Assert.Equal(HttpStatusCode.SeeOther, back.Status);
        Assert.DoesNotContain("Eine lange Antwort", back.Html, StringComparison.Ordinal);
    }

    // A form with a file of three megabytes in its middle.
    private static async Task<Answer> SendAsync(Visitor clerk, string action, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Take(1))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(new byte[3 * 1024 * 1024]), "Datei", "Datei.pdf");
        foreach (var (name, value) in fields.Skip(1))
        {
            content.Add(new StringContent(value), name);
        }

        using var response = await clerk.Http.PostAsync(new Uri(action, UriKind.Relative), content);
        return await Visitor.ReadAsync(response);
    }

    private static void AsBrowser(Visitor who, string origin)
    {
        who.Http.DefaultRequestHeaders.Add("Accept", "text/html");
        who.Http.DefaultRequestHeaders.Add("Origin", origin);
    }

    private static Task<Answer> SignInAsync(Visitor clerk, Answer page, string password) =>
        clerk.SubmitAsync(page, "/anmelden", [new("UserName", clerk.UserName), new("Password", password)]);

    private static async Task<int> LeftAsync(Visitor clerk) =>
        JsonDocument.Parse((await clerk.GetAsync("/sitzung")).Html).RootElement.GetProperty("seconds").GetInt32();
}
