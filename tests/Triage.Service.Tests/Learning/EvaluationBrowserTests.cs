using Microsoft.Playwright;
using Triage.Service.Accounts;
using Triage.Service.Learning;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Learning;

public sealed class EvaluationBrowserTests(ServiceHost host, Chromium chromium) : IClassFixture<ServiceHost>, IClassFixture<Chromium>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task No_page_of_figures_violates_a_rule_of_axe_or_scrolls_sideways(ColorScheme scheme, int width)
    {
        await host.RepeatAsync(6, Made.Blind("bauamt", "bauamt"));
        await host.RepeatAsync(5, new Made("bauamt", "umweltamt") { Confidence = 0.55 });
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.AnsweredAsync("bauamt", 2.5)));
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var page = await chromium.OpenAsync(host, supervisor, new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = width, Height = 768 } });

        await page.InspectAsync(host, "/auswertung", "/auswertung?amt=kulturamt", "/auswertung/faelle?menge=blind-amt.ja");
    }

    [Fact]
    public async Task A_clerk_reroutes_a_case_and_a_supervisor_finds_it_in_the_confusion_table()
    {
        await host.RepeatAsync(5, new Made("steueramt", "steueramt"));
        var id = await host.CaseAsync("Hund ohne Leine", "steueramt");
        await host.SuggestAsync(id, "steueramt");
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var desk = await chromium.OpenAsync(host, clerk, new() { JavaScriptEnabled = false });
        await desk.GotoAsync(new Uri(host.Address, $"/vorgang/{id}").ToString());

        var form = desk.Locator($"form[action='/vorgang/{id}/abgeben']");
        await desk.Locator("details", new() { Has = form }).Locator("summary").First.ClickAsync();
        await form.Locator("[name=Ziel]").SelectOptionAsync("ordnungsamt");
        await form.Locator("[name=Grund]").FillAsync("Es geht um die Leine, nicht um die Steuer.");
        await form.Locator("button[type=submit]").ClickAsync();
        var page = await chromium.OpenAsync(host, supervisor);
        await page.GotoAsync(new Uri(host.Address, "/posteingang").ToString());
        await page.ClickAsync("a[href='/auswertung']");
        await page.ClickAsync("table:has(#t-verwechselt) a[href$='verwechselt.steueramt.ordnungsamt']");

        Assert.Equal("Vorgeschlagen: Steueramt und Stadtkasse, zuständig: Ordnungsamt", await page.TextContentAsync("h1"));
        Assert.Equal(1, await page.Locator($"#v{id}").CountAsync());
    }
}
