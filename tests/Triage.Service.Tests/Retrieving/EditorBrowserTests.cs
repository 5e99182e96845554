using Microsoft.Playwright;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Retrieving;

/// <summary>The pages of knowledge editors, and of those who run the town's installation, in a real browser.</summary>
public sealed class EditorBrowserTests(ServiceHost host, Chromium chromium) : IClassFixture<ServiceHost>, IClassFixture<Chromium>
{
    private const string Hostile = "<h1>Hund</h1><p>Gilt ab <b>heute</b>.</p><script>document.title = 'böse'</script><img src=x onerror=\"document.title = 'böse'\"><a href=\"javascript:alert(1)\">hier</a>";

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task No_page_of_editors_violates_a_rule_of_axe_or_scrolls_sideways(ColorScheme scheme, int width)
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        const string Slug = "hundesteuer-befreiung";
        var written = await editor.WriteAsync(Slug, "## Kosten\nEs kostet nichts.");
        var preview = await editor.UploadAsync(("boese.html", System.Text.Encoding.UTF8.GetBytes(Hostile)), ("kaputt.md", "kein Kopf"u8.ToArray()));
        await host.NoSourceAsync(await host.CaseAsync("Der Mond", "steueramt"));
        const string Standard = "/wissen/standardantworten/hundesteuer";
        await editor.SubmitAsync(await editor.GetAsync(Standard), Standard, [new("Text", "Der erste Hund kostet {{fee:hundesteuer-erster}}.")]);
        var page = await OpenAsync(editor, new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = width, Height = 768 } });

        await page.InspectAsync(
            host, "/wissen/standardantworten", Standard, "/wissen", "/wissen?liste=veraltet", "/wissen?liste=widersprueche", "/wissen?liste=entwuerfe", "/wissen/luecken", "/wissen/neu",
            $"/wissen/{Slug}", $"/wissen/{Slug}/bearbeiten", $"/wissen/{Slug}/vergleich", "/wissen/einfuhr", preview.Address.PathAndQuery, written.Address.PathAndQuery);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 1366)]
    public async Task No_page_of_supervisors_and_administrators_violates_a_rule_of_axe_or_scrolls_sideways(ColorScheme scheme, int width)
    {
        using var person = await host.SignInAsync(StaffRole.Administrator);
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        BrowserNewContextOptions look = new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = width, Height = 768 } };

        await (await OpenAsync(person, look)).InspectAsync(host, "/verwaltung", "/verwaltung/neu", "/verwaltung/loeschen", $"/verwaltung/{person.Id}", "/protokoll", "/systemstand", "/konto");
        await (await OpenAsync(supervisor, look)).InspectAsync(host, "/textbausteine", "/textbausteine/receipt", "/systemstand", "/regeln", "/regeln/neu");
    }

    [Fact]
    public async Task An_editor_writes_previews_saves_compares_and_releases_a_version_without_JavaScript()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        const string Slug = "hundesteuer-anmelden";
        var page = await OpenAsync(editor, new() { JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(host.Address, $"/wissen/{Slug}").ToString());

        await page.ClickAsync($"a[href='/wissen/{Slug}/bearbeiten']");
        await page.FillAsync("#text", "## Kosten\nDie Zwetschgenplakette kostet **nichts**.");
        await page.ClickAsync("text=Vorschau");
        Assert.Equal("nichts", await page.TextContentAsync("section:has(#vorschau) strong"));
        await page.ClickAsync("text=Als neue Fassung speichern");
        var written = page.Url;
        await page.ClickAsync("text=vergleichen");
        Assert.Contains("Zwetschgenplakette", await page.TextContentAsync("main"), StringComparison.Ordinal);
        Assert.False(await host.FindsAsync("Zwetschgenplakette"));
        await page.GotoAsync(written);
        await page.ClickAsync("button:has-text('freigeben')");

        await host.UntilFoundAsync("Zwetschgenplakette");
        Assert.Contains("in Kraft", await page.TextContentAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_page_runs_nothing_in_its_preview()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        var preview = await editor.UploadAsync("boese.html", Hostile);
        var page = await OpenAsync(editor, new() { BypassCSP = true });

        await page.GotoAsync(preview.Address.ToString());

        Assert.Equal("Einfuhr ansehen – Stadt Musterstadt", await page.TitleAsync());
        Assert.Equal(0, await page.Locator("main script, main img, main a[href^='javascript']").CountAsync());
        Assert.Contains("Gilt ab", await page.TextContentAsync("main"), StringComparison.Ordinal);
    }

    private Task<IPage> OpenAsync(Visitor who, BrowserNewContextOptions look) => chromium.OpenAsync(host, who, look);
}
