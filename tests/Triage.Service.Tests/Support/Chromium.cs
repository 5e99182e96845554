using Microsoft.Playwright;

namespace Triage.Service.Tests.Support;

/// <summary>Debian's Chromium as a class fixture; a test that lacks it is skipped visibly.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Program))
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A page that is signed in as this visitor.</summary>
    public async Task<IPage> OpenAsync(ServiceHost host, Visitor who, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(browser is null, "There is no Chromium here (Debian's package chromium).");
        var context = await browser!.NewContextAsync(options ?? new());
        context.SetDefaultTimeout(90_000);
        await context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = "triage", Value = who.Ticket!, Url = host.Address.ToString() }]);
        return await context.NewPageAsync();
    }
}
