using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Drafting;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Approving;

/// <summary>Which draft a text began as: the one that stood in the page.</summary>
public sealed class DraftOriginTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    private const string First = "Guten Tag,\n\nbitte melden Sie den Hund ab.\n\nMit freundlichen Grüßen\nStadt Musterstadt";
    private const string Second = "Guten Tag,\n\nbitte melden Sie den Hund schriftlich ab.\n\nMit freundlichen Grüßen\nStadt Musterstadt";

    [Fact]
    public async Task The_first_saving_after_a_newer_draft_keeps_the_draft_that_was_shown()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund abmelden", "steueramt");
        var shown = await host.DraftAsync(id, First);
        var page = await clerk.GetAsync($"/vorgang/{id}");
        await host.InDatabaseAsync(db => db.Drafts.Where(d => d.Id == shown).ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DraftState.Superseded)));
        await host.DraftAsync(id, Second);

        await clerk.SubmitAsync(page, $"/vorgang/{id}/speichern", [new("Text", First + "!")]);

        Assert.Equal(shown, (await host.ReplyAsync(id))!.DraftId);
        var after = await clerk.GetAsync($"/vorgang/{id}");
        Assert.Contains("Es gibt einen neueren KI-Entwurf.", after.Text, StringComparison.Ordinal);
        Assert.Equal(First + "!", after.Document.GetElementById("Text")!.TextContent.TrimStart('\n'));
    }

    [Fact]
    public async Task A_draft_of_another_case_is_never_an_origin()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var (id, other) = (await host.CaseAsync("Hund abmelden", "steueramt"), await host.CaseAsync("Anderes", "steueramt"));
        var foreign = await host.DraftAsync(other, Second);

        await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/speichern", [new("Text", "Von Hand."), new("DraftId", $"{foreign}")]);

        Assert.Null((await host.ReplyAsync(id))!.DraftId);
    }
}
