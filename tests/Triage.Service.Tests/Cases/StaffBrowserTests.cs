using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Triage.Models.Drafting;
using Triage.Models.Triaging;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases;

/// <summary>The clerk's pages in a real browser.</summary>
public sealed class StaffBrowserTests(ServiceHost host, Chromium chromium) : IClassFixture<ServiceHost>, IClassFixture<Chromium>
{
    private const string Draft = "Guten Tag,\n\nbitte melden Sie den Hund innerhalb von zwei Wochen ab. [A] Es kostet nichts.\n\nMit freundlichen Grüßen\nStadt Musterstadt";

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task No_page_of_clerks_violates_a_rule_of_axe_or_scrolls_sideways(ColorScheme scheme, int width)
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var page = await chromium.OpenAsync(host, clerk, new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = width, Height = 768 } });
        await WalkAsync(page, page.InspectAsync);
    }

    [Fact]
    public async Task Every_page_has_its_own_title_and_one_heading_and_works_without_JavaScript()
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var page = await chromium.OpenAsync(host, clerk, new() { JavaScriptEnabled = false });
        await WalkAsync(page, async where =>
        {
            Assert.EndsWith("– Stadt Musterstadt", await page.TitleAsync(), StringComparison.Ordinal);
            Assert.Equal(1, await page.Locator("h1").CountAsync());
        });
    }

    [Fact]
    public async Task Keys_move_and_open_but_do_nothing_in_a_field_and_send_nothing()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "friedhof");
        var first = await host.CaseAsync("Erster", "friedhof", dueInDays: 1);
        var second = await host.CaseAsync("Zweiter", "friedhof", dueInDays: 2);
        var page = await chromium.OpenAsync(host, clerk);
        await page.GotoAsync(Address($"/vorgang/{first}?liste=frei"));

        await page.Keyboard.PressAsync("4");
        Assert.Equal("h-entwurf", await FocusAsync(page));
        await page.Keyboard.PressAsync("r");
        Assert.Equal("Text", await FocusAsync(page));
        var before = await page.InputValueAsync("#Text");
        await page.Keyboard.TypeAsync("jkrx14?");
        Assert.Equal(before.Length + 7, (await page.InputValueAsync("#Text")).Length);
        Assert.EndsWith($"/vorgang/{first}?liste=frei", page.Url, StringComparison.Ordinal);
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("dialog.keys").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        foreach (var key in "abcdefghilmnopqstuvwyz567890")
        {
            await page.Keyboard.PressAsync(key.ToString());
        }

        Assert.Equal(0, await host.InDatabaseAsync(db => db.Revisions.CountAsync(r => r.CaseId == first)));
        await page.Keyboard.PressAsync("j");
        await page.WaitForURLAsync($"**/vorgang/{second}?liste=frei");
        await page.Keyboard.PressAsync("k");
        await page.WaitForURLAsync($"**/vorgang/{first}?liste=frei");
    }

    [Fact]
    public async Task Ctrl_and_Enter_in_the_text_opens_the_review_and_Enter_alone_is_a_new_line()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "friedhof");
        var id = await host.CaseAsync("Grab", "friedhof");
        var page = await chromium.OpenAsync(host, clerk);
        await page.GotoAsync(Address($"/vorgang/{id}"));

        await page.FillAsync("#Text", "Guten Tag,");
        await page.Locator("#Text").PressAsync("Enter");
        Assert.Equal("Guten Tag,\n", await page.InputValueAsync("#Text"));
        await page.Locator("#Text").PressAsync("Control+Enter");
        await page.WaitForURLAsync($"**/vorgang/{id}/pruefen/1?liste=*");

        Assert.Equal(0, await host.OutboxCountAsync(id));
    }

    [Fact]
    public async Task Keys_that_a_person_switched_off_stay_off()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "friedhof");
        var id = await host.CaseAsync("Grab", "friedhof");
        await clerk.SubmitAsync(await clerk.GetAsync("/konto"), "/konto/tasten");
        var page = await chromium.OpenAsync(host, clerk);
        await page.GotoAsync(Address($"/vorgang/{id}"));

        await page.Keyboard.PressAsync("r");
        await page.Keyboard.PressAsync("?");

        Assert.NotEqual("Text", await FocusAsync(page));
        Assert.Equal(0, await page.Locator("dialog.keys").CountAsync());
    }

    [Fact]
    public async Task A_text_is_saved_while_it_is_typed_and_never_over_a_colleagues()
    {
        using var kim = await host.SignInAsync(StaffRole.Clerk, "friedhof");
        using var alex = await host.SignInAsync(StaffRole.Clerk, "friedhof");
        var id = await host.CaseAsync("Grab", "friedhof");
        var page = await chromium.OpenAsync(host, kim);
        await page.GotoAsync(Address($"/vorgang/{id}"));

        await page.Locator("#Text").PressSequentiallyAsync("Getippt");
        await ServiceHost.UntilAsync(async () => (await host.ReplyAsync(id))?.Text.Contains("Getippt", StringComparison.Ordinal) == true);
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Zuletzt gespeichert");
        await alex.SubmitAsync(await alex.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/speichern", [new("Text", "Von Alex")]);
        await page.Locator("#Text").PressSequentiallyAsync(" und weiter");
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Jemand hat inzwischen eine andere Fassung gespeichert");

        Assert.Equal("Von Alex", (await host.ReplyAsync(id))!.Text);
        Assert.Contains("Getippt und weiter", await page.InputValueAsync("#Text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_target_of_a_case_is_large_enough()
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await CaseAsync();
        var page = await chromium.OpenAsync(host, clerk, new() { ViewportSize = new() { Width = 360, Height = 800 } });
        await page.GotoAsync(Address($"/vorgang/{id}"));

        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("a, button, summary, input:not([type=hidden]), select, textarea")]
              .filter(e => e.checkVisibility() && !e.matches(".skip, .kern-sr-only[aria-hidden=true]"))
              .filter(e => { const r = e.getBoundingClientRect(); return Math.min(r.width, r.height) < 23.5; })
              .map(e => e.outerHTML)
            """);

        Assert.Empty(small);
    }

    [Fact]
    public async Task A_quotation_opens_its_folded_message_without_JavaScript()
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await CaseAsync();
        var page = await chromium.OpenAsync(host, clerk, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 320, Height = 700 } });
        await page.GotoAsync(Address($"/vorgang/{id}"));
        var message = page.Locator(".history__message", new() { HasText = "Bekomme ich Geld zurück?" });
        Assert.False(await message.IsVisibleAsync());

        await page.Locator("section[aria-labelledby=h-bisher] li", new() { HasText = "Bekomme ich Geld zurück?" }).GetByRole(AriaRole.Link).ClickAsync();

        await Assertions.Expect(message).ToBeVisibleAsync();
        await Assertions.Expect(message).ToBeInViewportAsync();
        Assert.Equal(1, await page.Locator("details[open] .history__message").CountAsync());
    }

    /// <summary>Every page and state of a clerk's day.</summary>
    private async Task WalkAsync(IPage page, Func<string, Task> look)
    {
        var id = await CaseAsync();
        var blind = await host.CaseAsync("Stichprobe", null, blind: true, kind: null);
        await GoAsync("/posteingang");
        await look("inbox");
        await page.FillAsync("#q", "Hund");
        await SendAsync(page.Locator("form[role=search] button"));
        await look("search");
        await GoAsync($"/vorgang/{blind}");
        await look("blind check");
        await GoAsync($"/vorgang/{id}");
        await look("case");
        await SendAsync(page.Locator($"form[action='/vorgang/{id}/schliessen'] button"), force: true);
        await look("case with error");
        await GoAsync($"/vorgang/{id}");
        await SendAsync(page.Locator("[data-review]"));
        await look("review with open statements");
        await GoAsync($"/vorgang/{id}");
        await page.FillAsync("#Text", Draft.Replace("nichts", "wenig", StringComparison.Ordinal));
        await page.CheckAsync("#t-0");
        await SendAsync(page.Locator("[data-review]"));
        await look("review");
        await host.InDatabaseAsync(db => db.Replies.Where(r => r.CaseId == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Version, x => x.Version + 1)));
        await SendAsync(page.Locator($"form[action='/vorgang/{id}/freigeben'] button"));
        await look("stale");
        await SendAsync(page.Locator($"form[action='/vorgang/{id}/pruefen'] button"));
        await SendAsync(page.Locator($"form[action='/vorgang/{id}/freigeben'] button"));
        await look("recall window");
        await LettersAsync(page, look);

        Task<IResponse?> GoAsync(string address) => page.GotoAsync(Address(address));
    }

    private async Task LettersAsync(IPage page, Func<string, Task> look)
    {
        var id = await host.CaseAsync("Brief bitte", "steueramt");
        await page.GotoAsync(Address($"/vorgang/{id}"));
        await page.FillAsync("#Text", "Am Telefon besprochen.");
        await page.CheckAsync("#k-Phone");
        await SendAsync(page.Locator("[data-review]"));
        await look("phone");
        await page.GotoAsync(Address($"/vorgang/{id}"));
        await page.CheckAsync("#k-Letter");
        await SendAsync(page.Locator("[data-review]"));
        await SendAsync(page.Locator($"form[action='/vorgang/{id}/freigeben'] button"));
        await look("letter approved");
        await page.GotoAsync(Address($"/vorgang/{id}/brief"));
        await look("letter");
    }

    private async Task<long> CaseAsync()
    {
        var id = await host.CaseAsync("Hund abmelden und Umzug", "steueramt", topic: "hundesteuer", urgent: true, dueInDays: 0, change: c => c.Attention = "Unsere E-Mail kam als unzustellbar zurück.");
        await host.SuggestAsync(id, "steueramt", "hundesteuer", because: [new Reason("Hund", "Hund abmelden und Umzug\n\nGuten Tag,\n\nwie melde ich meinen ".Length, 1), new Reason("melde", "Hund abmelden und Umzug\n\nGuten Tag,\n\nwie ".Length, -1)]);
        await host.DraftAsync(id, Draft, new CriticalStatement("innerhalb von zwei Wochen", 40, "deadline", "P2W", Supported: true, "x"), new CriticalStatement("Es kostet nichts", 70, "promise", "kostenlos", Supported: false, null));
        await host.HistoryAsync(
            id,
            (MessageDirection.In, $"Mein Hund ist am 3. Oktober gestorben. Bekomme ich Geld zurück? Siehe https://example.org/{new string('x', 200)} und dort."),
            (MessageDirection.Out, "Guten Tag,\n\nbitte reichen Sie uns die Bescheinigung nach.\n\nMit freundlichen Grüßen\nStadt Musterstadt"),
            (MessageDirection.In, "Die Bescheinigung des Tierarztes liegt bei."));
        await host.InDatabaseAsync(async db =>
        {
            db.Messages.Add(new CaseMessage { CaseId = id, Direction = MessageDirection.Note, At = DateTimeOffset.UnixEpoch, Subject = "Notiz", Text = "Bitte zügig." });
            return await db.SaveChangesAsync();
        });
        return id;
    }

    private static async Task SendAsync(ILocator button, bool force = false)
    {
        var page = button.Page;
        var landed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Landed(object? sender, IFrame frame) => landed.TrySetResult();
        page.FrameNavigated += Landed;
        var answer = await page.RunAndWaitForResponseAsync(
            () => force ? button.DispatchEventAsync("click") : button.ClickAsync(),
            a => a.Request.IsNavigationRequest && a.Status != 303);
        await landed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        page.FrameNavigated -= Landed;
        await page.WaitForLoadStateAsync();
        Assert.True(answer.Status < 500, $"{answer.Url} answered {answer.Status}.");
    }

    private static Task<string> FocusAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.id");

    private string Address(string path) => new Uri(host.Address, path).ToString();
}
