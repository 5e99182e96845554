using Microsoft.Playwright;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Approving.Translating;

/// <summary>The review of a mail with a translation, in a real browser.</summary>
public sealed class TranslationBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Arabic = """{"paragraphs":["مرحبا،","تكلفة الكلب 96.00 يورو في السنة. يمكنكم الاتصال بنا على الرقم [PHONE_1] من الاثنين إلى الجمعة."]}""";

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task A_review_with_an_Arabic_translation_and_one_without_violate_no_rule_and_do_not_scroll_sideways(ColorScheme scheme, int width)
    {
        using var endpoint = new AnsweringEndpoint();
        await using var host = await endpoint.HostAsync();
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        await host.SuggestAsync(id, "steueramt", change: c => c with { Language = "ar" });
        var page = await chromium.OpenAsync(host, clerk, new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = width, Height = 768 } });
        await page.InspectAsync(host, $"/vorgang/{id}");
        await page.GetByLabel("Text der Antwort").FillAsync("Guten Tag,\n\nder Hund kostet 96,00 Euro im Jahr. Sie erreichen uns Mo–Fr unter 05999 910-100.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Freigabe prüfen" }).ClickAsync();
        await page.GetByText("geht ohne Übersetzung hinaus").WaitForAsync();
        await page.InspectAsync("review without a translation");

        endpoint.Says(Arabic);
        await page.GetByRole(AriaRole.Button, new() { Name = "Text übersetzen" }).ClickAsync();
        await page.Locator("#uebersetzung").WaitForAsync();
        await page.InspectAsync("review with a translation");
        Assert.Equal("rtl", await page.Locator("#uebersetzung").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
    }
}
