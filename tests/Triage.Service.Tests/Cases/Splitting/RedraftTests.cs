using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Models.Drafting;
using Triage.Service.Accounts;
using Triage.Service.Drafting;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases.Splitting;

/// <summary>What a split means for a text in work, and for a draft that is just being written.</summary>
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_split_while_its_message_is_being_drafted_refuses_that_draft_and_another_is_made(bool drafted)
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        if (!drafted)
        {
            await host.InDatabaseAsync(db => db.Drafts.Where(d => d.CaseId == id).ExecuteDeleteAsync());
        }

        var committed = await host.InScopeAsync(async services =>
        {
            var work = await LeaseAsync(services, id);
            var effect = await services.GetRequiredService<DraftStep>().PrepareAsync(work, CancellationToken.None);
            await clerk.SplitLampAsync(id);
            return await services.GetRequiredService<WorkQueue>().CommitAsync(work, effect, next: null, CancellationToken.None);
        });
        await host.PipelineIdleAsync();

        Assert.False(committed);
        var drafts = await host.InDatabaseAsync(db => db.Drafts.AsNoTracking().Where(d => d.CaseId == id).OrderBy(d => d.Id).ToListAsync());
        Assert.Equal(drafted ? ["Superseded", "Suggested"] : ["Suggested"], drafts.Select(d => d.State.ToString()));
        Assert.DoesNotContain("aterne", drafts[^1].Draft.Text, StringComparison.Ordinal);
    }

    private static Task<Answer> SaveAsync(Visitor clerk, Answer page, long id) => clerk.SubmitAsync(page, $"/vorgang/{id}/speichern", [new("Text", Old)]);

    // As the queue's own claim leaves it, in one step, so that the host's worker does not come first.
    private static async Task<Work> LeaseAsync(IServiceProvider services, long id)
    {
        var db = services.GetRequiredService<TriageDbContext>();
        var leased = services.GetRequiredService<TimeProvider>().GetUtcNow().AddMinutes(5);
        var works = db.Work.Where(w => db.RawMessages.Any(r => r.Id == w.RawMessageId && r.CaseId == id));
        await works.ExecuteUpdateAsync(w => w.SetProperty(x => x.Step, PipelineStep.Draft).SetProperty(x => x.State, WorkState.Ready)
            .SetProperty(x => x.NotBefore, leased).SetProperty(x => x.Token, x => x.Token + 1));
        return await works.AsNoTracking().SingleAsync();
    }
}
