using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Approving;

/// <summary>A clerk puts a released text block into an answer: by keyboard with "::", or from a list without JavaScript.</summary>
public sealed class TextBlockInsertTests(ServiceHost host, Chromium chromium) : IClassFixture<ServiceHost>, IClassFixture<Chromium>
{
    [Fact]
    public async Task The_button_inserts_the_block_before_the_closing_with_its_placeholders_filled_and_keeps_what_was_typed()
    {
        using var clerk = await ReleasedAsync();
        var id = await host.CaseAsync("Hund", "steueramt");

        var page = await clerk.FollowAsync(await clerk.SubmitAsync(
            await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/baustein", [new("Text", "Guten Tag,\n\nselbst getippt.\n\nMit freundlichen Grüßen\nKim"), new("Baustein", "appointment")]));

        var text = page.Document.QuerySelector("#Text")!.TextContent.ReplaceLineEndings("\n");
        Assert.Contains("selbst getippt.\n\nFür Ihr Anliegen brauchen Sie einen Termin.", text, StringComparison.Ordinal);
        Assert.EndsWith("vorher. Dann bereiten wir uns darauf vor.\n\nMit freundlichen Grüßen\nKim", text.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("05999", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        Assert.Equal(0, await host.OutboxCountAsync(id));
    }

    [Fact]
    public async Task Without_a_choice_the_page_says_so_and_keeps_the_text()
    {
        using var clerk = await ReleasedAsync();
        var id = await host.CaseAsync("Hund", "steueramt");

        var refused = await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/baustein", [new("Text", "Selbst getippt.")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Selbst getippt.", refused.Document.QuerySelector("#Text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_colons_and_letters_offer_blocks_that_arrows_choose_Enter_inserts_and_Escape_leaves()
    {
        using var clerk = await ReleasedAsync();
        var id = await host.CaseAsync("Hund", "steueramt");
        var page = await chromium.OpenAsync(host, clerk, new() { BypassCSP = true });
        await page.GotoAsync(new Uri(host.Address, $"/vorgang/{id}").ToString());
        var field = page.Locator("#Text");
        var list = page.Locator("[role=listbox]");

        await field.FillAsync("Guten Tag,\n");
        await field.PressSequentiallyAsync("::termin");
        await Assertions.Expect(list).ToBeVisibleAsync();
        await page.InspectAsync("the open list of text blocks");
        await field.PressAsync("Escape");
        await Assertions.Expect(list).ToBeHiddenAsync();
        Assert.Equal("Guten Tag,\n::termin", await field.InputValueAsync());

        await field.FillAsync("Guten Tag,\n");
        await field.PressSequentiallyAsync("::");
        await field.PressAsync("ArrowDown");
        var second = await page.Locator("#Baustein option").Nth(2).GetAttributeAsync("data-text");
        Assert.Equal(await list.Locator("[aria-selected=true]").GetAttributeAsync("id"), await field.GetAttributeAsync("aria-activedescendant"));
        await field.PressAsync("Enter");

        Assert.Equal($"Guten Tag,\n{second}", await field.InputValueAsync());
        await Assertions.Expect(list).ToBeHiddenAsync();
    }

    private async Task<Visitor> ReleasedAsync()
    {
        var person = await host.SignInAsync(StaffRole.Supervisor);
        await host.InDatabaseAsync(db => db.TextBlockVersions.Where(v => v.Released == 0 && db.TextBlocks.Any(b => b.Id == v.TextBlockId && b.Purpose == "block"))
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.Released, 1).SetProperty(x => x.ReleasedBy, person.Id).SetProperty(x => x.ReleasedByKind, StaffKind.Human)));
        return person;
    }
}
