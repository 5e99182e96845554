using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Triage.Service.Cases;
using Triage.Service.Tests.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Web;

/// <summary>The citizens' pages in Debian's Chromium; skipped where there is none.</summary>
public sealed class CitizenBrowserTests(CitizenHost fixture) : IClassFixture<CitizenHost>, IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly ServiceHost host = fixture.Host;
    private IPlaywright? playwright;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists(Chromium), "There is no Chromium here (apt-get install chromium).");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (playwright is not null)
        {
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_of_citizens_violates_a_rule_of_axe_or_scrolls_sideways_at_320_pixels(ColorScheme scheme)
    {
        await using var context = await browser.NewContextAsync(new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = 320, Height = 800 } });
        var page = await context.NewPageAsync();
        await WalkAsync(page, page.InspectAsync);
    }

    [Fact]
    public async Task The_whole_way_of_a_citizen_goes_without_JavaScript()
    {
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var seen = new List<string>();
        var page = await context.NewPageAsync();
        await WalkAsync(page, async _ => seen.Add(await page.TitleAsync()));

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.All(seen, title => Assert.EndsWith("– Stadt Musterstadt", title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_stop_of_the_tab_key_is_visible_and_large_enough_and_the_first_is_the_skip_link()
    {
        await using var context = await browser.NewContextAsync(new() { ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 360, Height = 700 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(host.Address, "/").ToString());
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        for (var i = 0; i < 40 && await page.EvaluateAsync<string>("document.activeElement.tagName") != "BODY"; i++)
        {
            var problem = await page.EvaluateAsync<string>(
                """
                () => {
                  const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e), name = e.id || e.textContent.trim();
                  if (r.bottom < 0 || r.top > innerHeight || r.right < 0 || r.left > innerWidth) return name + ' is out of view';
                  if (s.outlineStyle === 'none' && s.boxShadow === 'none' && !e.matches('[type=radio],[type=checkbox],[type=file]')) return name + ' shows no focus';
                  return r.height < 23.5 && !e.closest('p, address, li') ? name + ' is too small' : '';
                }
                """);
            Assert.Equal("", problem);
            await page.Keyboard.PressAsync("Tab");
        }
    }

    /// <summary>From the empty form to the feedback, and the pages beside the way.</summary>
    private async Task WalkAsync(IPage page, Func<string, Task> look)
    {
        await GoAsync("/");
        await look("form");
        await SendAsync("Nachricht senden");
        await look("form with errors");
        await page.FillAsync("#anliegen", Citizen.Text);
        await page.FillAsync("#email", "weg@example.org");
        await SendAsync("Nachricht senden");
        await look("confirmation");
        var codes = await page.Locator("dd.code").AllTextContentsAsync();
        await host.PipelineIdleAsync();
        await GoAsync("/stand");
        await look("look-up");
        await SendAsync("Stand anzeigen");
        await look("look-up with errors");
        await page.FillAsync("#aktenzeichen", codes[0]);
        await page.FillAsync("#code", codes[1]);
        await SendAsync("Stand anzeigen");
        await look("status");
        await SendAsync("Ergänzung senden");
        await look("status with errors");
        await page.FillAsync("#ergaenzung", "Sie brennt wieder nicht.");
        await ForgetAsync();
        await SendAsync("Ergänzung senden");
        await look("late addition");
        await SendAsync("Ergänzung senden");
        await look("late addition with errors");
        await page.FillAsync("#code", codes[1]);
        await SendAsync("Ergänzung senden");
        await AnswerAsync(codes[0]);
        await GoAsync("/rueckmeldung");
        await look("feedback");
        await SendAsync("Rückmeldung senden");
        await look("feedback with errors");
        await ForgetAsync();
        await SendAsync("Rückmeldung senden");
        await look("late feedback");
        foreach (var beside in new[] { "/ki-und-ihre-rechte", "/datenschutz", "/barrierefreiheit" })
        {
            await GoAsync(beside);
            await look(beside);
        }

        Task<IResponse?> GoAsync(string address) => page.GotoAsync(new Uri(host.Address, address).ToString());
        Task ForgetAsync() => page.Context.ClearCookiesAsync(new() { Name = "triage-stand" });
        async Task SendAsync(string button)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            // A click waits for the next page, not for its style sheets.
            await page.WaitForLoadStateAsync(LoadState.Load);
        }
    }

    private Task<int> AnswerAsync(string number) => host.InDatabaseAsync(async db =>
    {
        var subject = await db.Cases.SingleAsync(c => c.Number == number);
        subject.Reroute("buergerbuero", null);
        db.Messages.Add(new CaseMessage { CaseId = subject.Id, Direction = MessageDirection.Out, At = subject.CreatedAt, Subject = "AW", Text = "Ja." });
        return await db.SaveChangesAsync();
    });
}
