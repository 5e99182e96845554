using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Triage.Service.Approving;
using Triage.Service.Cases;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

public sealed class InquiryFormTests(CitizenHost fixture) : IClassFixture<CitizenHost>
{
    private readonly ServiceHost host = fixture.Host;

    [Fact]
    public async Task A_form_becomes_a_case_a_message_and_a_raw_file_under_its_hash()
    {
        using var citizen = host.Visit();
        var (number, code) = await citizen.OpenCaseAsync();
        await host.PipelineIdleAsync();

        var opened = await host.InDatabaseAsync(db => db.Cases.SingleAsync(c => c.Number == number));
        var message = await host.InDatabaseAsync(db => db.Messages.SingleAsync(m => m.CaseId == opened.Id && m.Direction == MessageDirection.In));
        var raw = await host.InDatabaseAsync(db => db.RawMessages.SingleAsync(r => r.CaseId == opened.Id));
        var file = Path.Combine(host.Folder, "content", raw.Sha256[..2], raw.Sha256);
        Assert.Equal((CaseChannel.Web, "Laterne kaputt", "Jörg Müller", "joerg@example.org"), (opened.Channel, opened.Subject, opened.CitizenName, opened.CitizenAddress));
        Assert.Equal((Citizen.Text, "joerg@example.org"), (message.Text, message.FromAddress));
        Assert.Equal(raw.Sha256, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file))));
        Assert.Equal(StatusCode.HashOf(code), opened.StatusCodeHash);
        Assert.Equal("Gartenstraße 4", (await MimeMessage.LoadAsync(file)).Headers["X-Triage-Web-Place"]);
    }

    [Fact]
    public async Task The_status_code_is_shown_to_its_browser_only_and_is_never_stored()
    {
        using var citizen = host.Visit();
        var (_, code) = await citizen.OpenCaseAsync();
        await host.PipelineIdleAsync();
        using var stranger = host.Visit();

        Assert.Equal("/stand", (await stranger.GetAsync("/danke")).Location);
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", code);
        var stored = Directory.GetFiles(host.Folder, "*", SearchOption.AllDirectories).SelectMany(f => Shared(f)).ToArray();
        Assert.DoesNotContain(code, System.Text.Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_is_one_case_with_one_code()
    {
        using var citizen = host.Visit();
        var page = await citizen.GetAsync("/");
        var fields = Citizen.Fields(("email", "doppelt@example.org"));
        var first = await citizen.FollowAsync(await citizen.SubmitAsync(page, "/", fields));
        var second = await citizen.FollowAsync(await citizen.SubmitAsync(page, "/", fields));

        Assert.Equal(first.Document.QuerySelector("dl")!.TextContent, second.Document.QuerySelector("dl")!.TextContent);
        Assert.Equal(1, await CasesOfAsync("doppelt@example.org"));
    }

    [Fact]
    public async Task Two_people_who_write_the_same_in_the_same_second_are_two_cases()
    {
        using var one = host.Visit();
        using var two = host.Visit();
        var cases = await Task.WhenAll(one.OpenCaseAsync(), two.OpenCaseAsync());

        Assert.NotEqual(cases[0].Number, cases[1].Number);
    }

    [Fact]
    public async Task The_same_page_sent_with_another_text_is_another_case()
    {
        using var citizen = host.Visit();
        var page = await citizen.GetAsync("/");
        await citizen.SubmitAsync(page, "/", Citizen.Fields(("email", "zwei@example.org")));
        await citizen.SubmitAsync(page, "/", Citizen.Fields(("email", "zwei@example.org"), ("anliegen", "Noch etwas: die Bank ist auch kaputt.")));

        Assert.Equal(2, await CasesOfAsync("zwei@example.org"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_on_top_and_at_the_field_and_the_input_is_kept()
    {
        using var citizen = host.Visit();
        var page = await citizen.WriteAsync(("anliegen", ""), ("email", "name@"), ("ort", "Am <Markt>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Fehler: ", page.Document.Title, StringComparison.Ordinal);
        var summary = page.Document.QuerySelector("#fehler")!;
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal(["#anliegen", "#email"], summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        var email = page.Document.QuerySelector("#email")!;
        Assert.Equal(("true", "name@"), (email.GetAttribute("aria-invalid"), email.GetAttribute("value")));
        Assert.Contains("email-fehler", email.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("#email-fehler"));
        Assert.Equal("Am <Markt>", page.Document.QuerySelector("#ort")!.GetAttribute("value"));
        Assert.Equal(0, await CasesOfAsync("name@"));
    }

    [Fact]
    public async Task Fields_about_the_person_say_what_they_are_for()
    {
        using var citizen = host.Visit();
        var page = await citizen.GetAsync("/");

        Assert.Equal(
            ["name", "email", "tel", "address-line1", "postal-code", "address-level2"],
            new[] { "name", "email", "telefon", "strasse", "plz", "stadt" }.Select(id => page.Document.QuerySelector($"#{id}")!.GetAttribute("autocomplete")));
        Assert.Contains("112", page.Text, StringComparison.Ordinal);
        Assert.Contains("Widersprüche", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("brief", null, "Markt 1\n31999 Musterstadt")]
    [InlineData("telefon", "05999 1234", null)]
    public async Task Letter_and_phone_need_no_email(string answer, string? phone, string? address)
    {
        using var citizen = host.Visit();
        var (number, _) = await citizen.OpenCaseAsync(
            ("antwort", answer), ("email", ""), ("telefon", "05999 1234"), ("strasse", "Markt 1"), ("plz", "31999"), ("stadt", "Musterstadt"));

        var wish = await host.InDatabaseAsync(db => db.ContactWishes.SingleAsync(w => db.Cases.Any(c => c.Id == w.CaseId && c.Number == number)));
        Assert.Equal((phone, address), (wish.Phone, wish.PostalAddress));
        Assert.NotEqual(AnswerChannel.Email, wish.AnswerBy);
    }

    private Task<int> CasesOfAsync(string address) => host.InDatabaseAsync(db => db.Cases.CountAsync(c => c.CitizenAddress == address));

    private static byte[] Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
