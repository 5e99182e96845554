using Microsoft.Playwright;
using Triage.Service.Accounts;
using Triage.Service.Tests.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Accounts;

/// <summary>WCAG 2.2.1: before a session ends the page warns, and one button keeps it.</summary>
public sealed class SessionBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private readonly MovedClock clock = new();

    [Fact]
    public async Task A_page_warns_before_its_session_ends_and_one_button_keeps_it_and_the_text()
    {
        await using var host = await ServiceHost.StartAsync(time: clock);
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var page = await chromium.OpenAsync(host, clerk, new() { ViewportSize = new() { Width = 320, Height = 700 } });
        await page.Clock.InstallAsync();
        await page.GotoAsync(new Uri(host.Address, $"/vorgang/{id}").ToString());
        var dialog = page.GetByRole(AriaRole.Dialog);
        Assert.False(await dialog.IsVisibleAsync());

        await PassAsync(page, TimeSpan.FromMinutes(56));
        await Assertions.Expect(dialog).ToContainTextAsync("Ihre Sitzung endet in 4 Minuten.");
        await page.InspectAsync("the warning");
        await page.GetByRole(AriaRole.Button, new() { Name = "Angemeldet bleiben" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();

        await PassAsync(page, TimeSpan.FromMinutes(50));
        Assert.False(await dialog.IsVisibleAsync());
        await PassAsync(page, TimeSpan.FromMinutes(11));
        await Assertions.Expect(dialog).ToContainTextAsync("Ihre Sitzung ist beendet.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Angemeldet bleiben" })).ToBeHiddenAsync();
    }

    private async Task PassAsync(IPage page, TimeSpan time)
    {
        clock.Advance(time);
        await page.Clock.FastForwardAsync((long)time.TotalMilliseconds);
    }
}
