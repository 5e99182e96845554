using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Triage.Service.Accounts;
using Triage.Service.Drafting;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Approving.Simplifying;

/// <summary>An answer in Einfache Sprache: a new draft beside the person's text, to take and to return from.</summary>
public sealed class PlainDraftTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Letter = "Guten Tag Erika Beispiel,\n\nSie melden den Hund innerhalb von zwei Wochen ab. [A]\n\nMit freundlichen Grüßen\nSteueramt";
    private const string Simple = """{"paragraphs":[{"text":"Ihr Hund ist weg? Dann melden Sie ihn ab. Sie haben zwei Wochen Zeit.","passages":["A"]}],"openQuestions":[]}""";

    private readonly AnsweringEndpoint endpoint = new();
    private ServiceHost host = null!;

    public async ValueTask InitializeAsync() => host = await endpoint.HostAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        endpoint.Dispose();
    }

    [Fact]
    public async Task It_stands_beside_the_text_until_it_is_taken_and_the_text_comes_back()
    {
        endpoint.Says(Simple);
        var (id, clerk) = await CaseAsync();
        using (clerk)
        {
            var page = await PressAsync(clerk, await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/einfach", ("Text", Letter + "\nGeändert"));
            Assert.Equal(Letter + "\nGeändert", Typed(page));
            Assert.Contains("Dann melden Sie ihn ab.", page.Document.QuerySelector("#fassung .letter")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Erika", string.Join('\n', endpoint.Requests), StringComparison.Ordinal);

            page = await PressAsync(clerk, page, $"/vorgang/{id}/fassung-nehmen", ("Fassung", page.Document.QuerySelector("#fassung button")!.GetAttribute("value")));
            Assert.StartsWith("Guten Tag Erika Beispiel,\n\nIhr Hund ist weg? Dann melden Sie ihn ab. Sie haben zwei Wochen Zeit. [A]\n\nMit freundlichen", Typed(page), StringComparison.Ordinal);
            Assert.Contains("Geändert", page.Document.QuerySelector("#vorige .letter")!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.Document.QuerySelector("#fassung"));
            Assert.Equal("plain.v1", await OriginAsync(id));

            page = await PressAsync(clerk, page, $"/vorgang/{id}/fassung-zurueck");
            Assert.Equal(Letter + "\nGeändert", Typed(page));
            Assert.Equal("", await OriginAsync(id));
            Assert.Equal(("plain.v1", 1), await host.InDatabaseAsync(async db => await db.ModelUses.Where(u => u.CaseId == id).Select(u => new { u.Prompt, u.Requests }).SingleAsync() is var u ? (u.Prompt, u.Requests) : default));
        }
    }

    [Fact]
    public async Task A_persons_own_words_come_back_however_many_versions_were_taken()
    {
        var (id, clerk) = await CaseAsync();
        using (clerk)
        {
            var page = await clerk.GetAsync($"/vorgang/{id}");
            foreach (var how in new[] { "ist weg", "lebt nicht mehr" })
            {
                endpoint.Says(Simple.Replace("ist weg", how, StringComparison.Ordinal));
                page = await PressAsync(clerk, page, $"/vorgang/{id}/einfach", page.Document.QuerySelector("#vorige") is null ? [("Text", Letter + "\nMeine Worte")] : []);
                page = await PressAsync(clerk, page, $"/vorgang/{id}/fassung-nehmen", ("Fassung", page.Document.QuerySelector("#fassung button")!.GetAttribute("value")));
            }

            Assert.Contains("lebt nicht mehr", Typed(page), StringComparison.Ordinal);
            Assert.Contains("ist weg", page.Document.QuerySelector("#vorige .letter")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Meine Worte", page.Document.QuerySelector("#vorige-2 .letter")!.TextContent, StringComparison.Ordinal);

            page = await PressAsync(clerk, page, $"/vorgang/{id}/fassung-zurueck", ("Vorige", page.Document.QuerySelector("#vorige-2 button")!.GetAttribute("value")));
            Assert.Equal(Letter + "\nMeine Worte", Typed(page));
            Assert.Contains("lebt nicht mehr", page.Document.QuerySelector("#vorige .letter")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(2, page.Document.QuerySelectorAll("[id^=vorige]").Length);
        }
    }

    [Fact]
    public async Task Without_a_previous_version_the_page_says_so_and_the_text_stays()
    {
        var (id, clerk) = await CaseAsync();
        using (clerk)
        {
            var none = await clerk.PostAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/fassung-zurueck", [new("Text", "Mein Text"), new("ReplyVersion", "0")]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
            Assert.Contains("Es gibt keine vorige Fassung, die Sie zurückholen können.", none.Text, StringComparison.Ordinal);
            Assert.Equal("Mein Text", Typed(none));
        }
    }

    [Fact]
    public async Task An_answer_that_comes_back_after_the_case_was_erased_is_not_kept()
    {
        endpoint.Says(Simple);
        var (id, clerk) = await CaseAsync();
        using (clerk)
        {
            endpoint.Meanwhile = () => host.EraseAsync(id, clerk.Id);
            var late = await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/einfach", [new("Text", Letter)]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
            Assert.Contains("Der Vorgang hat sich gerade geändert.", late.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Beispiel", late.Text, StringComparison.Ordinal);
            Assert.Equal(0, await host.InDatabaseAsync(db => db.Drafts.CountAsync(d => d.CaseId == id)));
        }
    }

    [Fact]
    public async Task An_objection_gets_no_informal_version_whoever_asks_for_it_and_the_draft_before_is_not_offered()
    {
        endpoint.Says(Simple);
        var (id, clerk) = await CaseAsync();
        using (clerk)
        {
            var before = await clerk.GetAsync($"/vorgang/{id}");
            await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Kind, "widerspruch")));
            var page = await clerk.GetAsync($"/vorgang/{id}");
            Assert.DoesNotContain("In Einfacher Sprache", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("melden den Hund innerhalb", Typed(page), StringComparison.Ordinal);

            var forced = await clerk.SubmitAsync(before, $"/vorgang/{id}/einfach", [new("Text", Letter)]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
            Assert.Contains("gibt es keine Fassung in Einfacher Sprache", forced.Text, StringComparison.Ordinal);
            Assert.Empty(endpoint.Requests);
            Assert.Equal(1, await host.InDatabaseAsync(db => db.Drafts.CountAsync(d => d.CaseId == id)));
        }
    }

    [Fact]
    public async Task A_later_message_that_may_object_gets_no_informal_version()
    {
        var (id, clerk) = await CaseAsync();
        using (clerk)
        {
            await host.InDatabaseAsync(db => db.Messages.Where(m => m.CaseId == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Text, "Hiermit lege ich Widerspruch gegen den Bescheid ein.")));

            Assert.DoesNotContain("In Einfacher Sprache", (await clerk.GetAsync($"/vorgang/{id}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_fact_that_came_in_on_the_way_must_be_confirmed_before_approval()
    {
        endpoint.Says(Simple.Replace("Zeit.", "Zeit. Nach drei Wochen mahnen wir Sie.", StringComparison.Ordinal));
        var (id, clerk) = await CaseAsync();
        using (clerk)
        {
            var page = await PressAsync(clerk, await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/einfach");
            page = await PressAsync(clerk, page, $"/vorgang/{id}/fassung-nehmen", ("Fassung", page.Document.QuerySelector("#fassung button")!.GetAttribute("value")));

            Assert.Contains("drei Wochen", page.Document.QuerySelector("#Ticked, [name=Ticked]")!.Closest("fieldset, section, div.unproven, ul, form")!.TextContent, StringComparison.Ordinal);
            var review = await clerk.ReviewAsync(id);
            Assert.Contains("Noch nicht freigeben", review.Text, StringComparison.Ordinal);
            Assert.Contains("drei Wochen", review.Document.QuerySelector("[aria-labelledby=offen-titel]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_refused_answer_leaves_text_and_draft_as_they_are_and_says_so()
    {
        endpoint.Says("kein JSON");
        var (id, clerk) = await CaseAsync();
        using (clerk)
        {
            var refused = await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/einfach", [new("Text", Letter + "\nGeändert")]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("Der Text bleibt, wie er ist. Die Antwort des Sprachmodells war nicht brauchbar.", refused.Text, StringComparison.Ordinal);
            Assert.Equal(Letter + "\nGeändert", Typed(refused));
            Assert.Equal(1, await host.InDatabaseAsync(db => db.Drafts.CountAsync(d => d.CaseId == id && d.State == DraftState.Suggested)));
        }
    }

    [Fact]
    public async Task Without_a_model_and_for_who_wants_no_AI_there_is_no_button()
    {
        await using var without = await ServiceHost.StartAsync();
        using var other = await without.SignInAsync(StaffRole.Clerk, "steueramt");
        var (id, clerk) = await CaseAsync();
        using (clerk)
        {
            Assert.Contains("In Einfacher Sprache", (await clerk.GetAsync($"/vorgang/{id}")).Text, StringComparison.Ordinal);
            await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.WithoutAi, true)));
            Assert.DoesNotContain("In Einfacher Sprache", (await clerk.GetAsync($"/vorgang/{id}")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("In Einfacher Sprache", (await other.GetAsync($"/vorgang/{await without.CaseAsync("Hund", "steueramt")}")).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task The_page_with_both_versions_violates_no_rule_and_does_not_scroll_sideways(ColorScheme scheme, int width)
    {
        endpoint.Says(Simple);
        var (id, clerk) = await CaseAsync();
        using (clerk)
        {
            var page = await chromium.OpenAsync(host, clerk, new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = width, Height = 768 } });
            await page.GotoAsync(new Uri(host.Address, $"/vorgang/{id}").ToString());
            await page.GetByRole(AriaRole.Button, new() { Name = "In Einfacher Sprache" }).ClickAsync();
            await page.Locator("#fassung").WaitForAsync();
            await page.InspectAsync("both versions");
            await page.GetByRole(AriaRole.Button, new() { Name = "Diese Fassung übernehmen" }).ClickAsync();
            await page.Locator("#vorige").WaitForAsync();
            await page.Locator("#vorige summary").ClickAsync();
            await page.InspectAsync("the version taken");
        }
    }

    private static string Typed(Answer page) => page.Document.QuerySelector("#Text")!.TextContent.ReplaceLineEndings("\n").TrimStart('\n');

    private static async Task<Answer> PressAsync(Visitor clerk, Answer page, string action, params (string Name, string? Value)[] fields) =>
        await clerk.FollowAsync(await clerk.SubmitAsync(page, action, fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    // The prompt of the draft that the saved text began as; "" for the one that was composed.
    private Task<string> OriginAsync(long id) => host.InDatabaseAsync(async db =>
    {
        var reply = await db.Replies.AsNoTracking().SingleAsync(r => r.CaseId == id);
        return (await db.Drafts.AsNoTracking().SingleAsync(d => d.Id == reply.DraftId)).Draft.PromptVersion;
    });

    private async Task<(long Id, Visitor Clerk)> CaseAsync()
    {
        var id = await host.CaseAsync("Hund", "steueramt");
        await host.DraftAsync(id, Letter);
        return (id, await host.SignInAsync(StaffRole.Clerk, "steueramt"));
    }
}
