using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Models.Drafting;
using Triage.Service.Accounts;
using Triage.Service.Drafting;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases.Splitting;

/// <summary>What a split means for a text in work.</summary>
public sealed class RedraftTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    private const string Unproven = "Ihr Hund darf weiter im Garten wohnen.";
    private const string Old = $"Guten Tag,\n\n{Unproven}\n\nMit freundlichen Grüßen\nStadt Musterstadt";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sentence_without_source_of_the_draft_before_a_split_must_still_be_confirmed(bool savedBefore)
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.ReceiveTwoConcernsAsync();
        var old = await host.DraftAsync(id, Old, new CriticalStatement(Unproven, 12, "sentence", "", Supported: false, null));
        var page = await clerk.GetAsync($"/vorgang/{id}");
        if (savedBefore)
        {
            await SaveAsync(clerk, page, id);
        }

        await host.PartAsync(clerk, id);
        await ServiceHost.UntilAsync(() => host.InDatabaseAsync(db => db.Drafts.AnyAsync(d => d.CaseId == id && d.Id > old && d.State == DraftState.Suggested)));
        if (!savedBefore)
        {
            await SaveAsync(clerk, page, id);
        }

        var review = await clerk.ReviewAsync(id);
        var refused = await clerk.PostAsync(review, $"/vorgang/{id}/freigeben", await host.NewestRevisionAsync(id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains($"Noch nicht geprüft: Angabe „{Unproven}“", refused.Document.GetElementById("fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await host.OutboxCountAsync(id));

        var ticks = (await clerk.GetAsync($"/vorgang/{id}")).Document.QuerySelectorAll("input[name=Ticked]").Select(b => ("Ticked", b.GetAttribute("value"))).ToList();
        Assert.Contains(("Ticked", $"sentence:{Unproven}"), ticks);
    }

    private static Task<Answer> SaveAsync(Visitor clerk, Answer page, long id) => clerk.SubmitAsync(page, $"/vorgang/{id}/speichern", [new("Text", Old)]);
}
