using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases.Splitting;

/// <summary>A mail with two concerns, from the suggestion to both answers, in a real browser.</summary>
public sealed class SplitBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_clerk_splits_a_mail_with_two_concerns_by_keyboard_and_both_answers_are_approved_and_sent()
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Mail:RecallSeconds"] = "0" });
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt", "tiefbauamt");
        var id = await host.ReceiveTwoConcernsAsync();
        var page = await chromium.OpenAsync(host, clerk, new() { JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(host.Address, $"/vorgang/{id}").ToString());

        await PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Als eigenen Vorgang anlegen: Straßenbeleuchtung und Ampeln" }), "Enter");
        Assert.True(await page.GetByLabel(TwoConcerns.Lamp).IsCheckedAsync());
        await page.GetByLabel(TwoConcerns.Flickers).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Als eigenen Vorgang anlegen" }), "Enter");
        await SaysAsync(page, "eigenen Vorgang");
        await host.PipelineIdleAsync();
        await AnswerAsync(page, "Guten Tag, der Hund ist abgemeldet.");
        await page.GotoAsync(new Uri(host.Address, $"/vorgang/{id}").ToString());
        await PressAsync(page.Locator("section[aria-labelledby=h-verbunden] a"), "Enter");
        Assert.Equal("Straßenbeleuchtung und Ampeln", await page.Locator("h1").InnerTextAsync());
        await AnswerAsync(page, "Guten Tag, die Laterne wird repariert.");

        var part = (await host.SplitAsync(id)).PartId;
        foreach (var (answered, word) in new[] { (id, "Hund"), (part, "Laterne") })
        {
            await ServiceHost.UntilAsync(() => host.InDatabaseAsync(db => db.Messages.AnyAsync(m => m.CaseId == answered && m.Direction == MessageDirection.Out && m.Text.Contains(word))));
            Assert.Equal(CloseReason.Answered, (await host.FindAsync(answered)).ClosedBecause);
            Assert.Equal(clerk.Id, await host.InDatabaseAsync(db => db.Approvals.Where(a => a.CaseId == answered).Select(a => a.ApproverId).SingleAsync()));
        }

        Assert.Equal(2, Directory.EnumerateFiles(host.OutboxFolder, "*.eml").Count());
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task No_page_of_a_split_violates_a_rule_of_axe_or_scrolls_sideways(ColorScheme scheme, int width)
    {
        await using var host = await ServiceHost.StartAsync();
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt", "tiefbauamt");
        var id = await host.ReceiveTwoConcernsAsync();
        var page = await chromium.OpenAsync(host, clerk, new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = width, Height = 768 } });

        await page.InspectAsync(host, $"/vorgang/{id}", $"/vorgang/{id}/abspalten?thema=beleuchtung");
        await page.GetByLabel(TwoConcerns.Lamp).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Als eigenen Vorgang anlegen" }).ClickAsync();
        await page.Locator("#fehler").WaitForAsync();
        await page.InspectAsync("split page with error");
        var part = await host.PartAsync(clerk, id);
        await page.InspectAsync(host, $"/vorgang/{id}", $"/vorgang/{part}");
        await page.Locator("section[aria-labelledby=h-verbunden] summary").ClickAsync();
        await page.InspectAsync("part with joining opened");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zusammenführen" }).ClickAsync();
        await SaysAsync(page, "zusammengeführt");
        await page.InspectAsync("joined part");
        await page.InspectAsync(host, $"/vorgang/{id}");
    }

    private static async Task AnswerAsync(IPage page, string text)
    {
        await page.FillAsync("#Text", text);
        await PressAsync(page.Locator("[data-review]"), "Enter");
        await PressAsync(page.Locator("form[action$='/freigeben'] button"), "Enter");
        await SaysAsync(page, "freigegeben");
    }

    // Waits as long as the browser may, which only a busy machine needs.
    private static Task SaysAsync(IPage page, string text) => page.GetByRole(AriaRole.Status).Filter(new() { HasText = text }).First.WaitForAsync();

    private static async Task PressAsync(ILocator target, string key)
    {
        await target.FocusAsync();
        await target.Page.Keyboard.PressAsync(key);
    }
}
