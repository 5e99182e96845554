using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Triage.Service.Tests.Support;

/// <summary>What must hold for every page in a browser, whatever it shows.</summary>
internal static class PageChecks
{
    /// <summary>Opens each address: no rule of axe is violated, nothing scrolls sideways, and the page has its own title and one heading.</summary>
    public static async Task InspectAsync(this IPage page, ServiceHost host, params IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            await page.GotoAsync(new Uri(host.Address, address).ToString());
            await page.InspectAsync(address);
        }
    }

    /// <summary>The same for the page that is open; <paramref name="where"/> names it in a failure.</summary>
    public static async Task InspectAsync(this IPage page, string where)
    {
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{where}: {v.Id}: {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{where} scrolls sideways at {page.ViewportSize?.Width} pixels.");
        Assert.EndsWith("– Stadt Musterstadt", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
    }
}
