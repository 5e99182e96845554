using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Drafting;
using Triage.Service.Intake;
using Triage.Service.Tests.Support;
using Triage.Service.Triaging;

namespace Triage.Service.Tests.Cases;

/// <summary>A case at another topic gets that topic's draft.</summary>
public sealed class RerouteDraftTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    private const string Standard = "/wissen/standardantworten/beleuchtung";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_case_sent_to_another_topic_is_drafted_anew_with_its_standard_answer_and_a_persons_text_stays(bool typed)
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        await clerk.SubmitAsync(await clerk.GetAsync(Standard), Standard, [new("Text", "Die Mirabellenlampe prüfen wir.")]);
        await clerk.SubmitAsync(await clerk.GetAsync(Standard), $"{Standard}/freigeben");
        var id = await ReceiveAsync("steueramt", "hundesteuer");
        var page = await clerk.GetAsync($"/vorgang/{id}");
        if (typed)
        {
            await clerk.SubmitAsync(page, $"/vorgang/{id}/speichern", [new("Text", "Mein eigener Anfang.")]);
            page = await clerk.GetAsync($"/vorgang/{id}");
        }

        await clerk.SubmitAsync(page, $"/vorgang/{id}/abgeben", [new("Ziel", "tiefbauamt/beleuchtung"), new("Grund", "Laterne")]);
        await host.PipelineIdleAsync();

        var drafts = await DraftsAsync(id);
        Assert.Equal([DraftState.Superseded, DraftState.Suggested], drafts.Select(d => d.State));
        Assert.DoesNotContain("Mirabellenlampe", drafts[0].Draft.Text, StringComparison.Ordinal);
        Assert.Contains("Mirabellenlampe", drafts[1].Draft.Text, StringComparison.Ordinal);
        var text = (await clerk.GetAsync($"/vorgang/{id}")).Document.GetElementById("Text")!.TextContent;
        Assert.Contains(typed ? "Mein eigener Anfang." : "Mirabellenlampe", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_goes_to_the_same_topic_keeps_its_draft_and_a_discarded_one_does_not_come_back()
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await ReceiveAsync("steueramt", "hundesteuer");
        await RerouteAsync(clerk, id, "steueramt/hundesteuer");
        Assert.Single(await DraftsAsync(id));

        await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/entwurf-verwerfen");
        await RerouteAsync(clerk, id, "tiefbauamt/beleuchtung");

        Assert.Equal(DraftState.Discarded, Assert.Single(await DraftsAsync(id)).State);
    }

    [Fact]
    public async Task While_suggestions_are_paused_a_case_of_another_office_shows_no_draft_of_the_old_one()
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await ReceiveAsync("steueramt", "hundesteuer");
        await host.InScopeAsync(s => PauseAsync(s, true, clerk.Id));
        try
        {
            await RerouteAsync(clerk, id, "tiefbauamt/beleuchtung");

            var draft = Assert.Single(await DraftsAsync(id));
            Assert.Equal(DraftState.Superseded, draft.State);
            var page = await clerk.GetAsync($"/vorgang/{id}");
            Assert.Contains("KI-Vorschläge sind angehalten.", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(draft.Draft.Text.Trim(), page.Document.GetElementById("Text")!.TextContent, StringComparison.Ordinal);
        }
        finally
        {
            await host.InScopeAsync(s => PauseAsync(s, false, clerk.Id));
        }
    }

    [Fact]
    public async Task A_draft_for_an_earlier_message_goes_with_the_old_office_too()
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await ReceiveAsync("steueramt", "hundesteuer");
        await host.InDatabaseAsync(async db =>
        {
            var first = await db.Messages.SingleAsync(m => m.CaseId == id && m.Direction == MessageDirection.In);
            var raw = new RawMessage { Source = "folder", SourceKey = $"later-{id}", Sha256 = new string('b', 64), Size = 1, ReceivedAt = first.At, CaseId = id };
            db.RawMessages.Add(raw);
            await db.SaveChangesAsync();
            db.Messages.Add(new CaseMessage { CaseId = id, Direction = MessageDirection.In, At = first.At, RawMessageId = raw.Id, Subject = "Nachtrag", Text = "Noch etwas." });
            return await db.SaveChangesAsync();
        });

        await RerouteAsync(clerk, id, "tiefbauamt/beleuchtung");

        Assert.Equal(DraftState.Superseded, Assert.Single(await DraftsAsync(id)).State);
    }

    private static async Task<bool> PauseAsync(IServiceProvider services, bool paused, long staffId)
    {
        await services.GetRequiredService<SuggestionSwitch>().SetAsync(paused, new StaffIdentity(staffId, "Leitung", new HashSet<string>(), new HashSet<string> { StaffRole.Supervisor }, Shortcuts: false), CancellationToken.None);
        return paused;
    }

    // As the pipeline left it, with the office and topic that the test wants, whatever model is shipped.
    private async Task<long> ReceiveAsync(string department, string topic)
    {
        var id = await host.ReceiveAsync(Some.Mail());
        await host.InDatabaseAsync(async db =>
        {
            var subject = await db.Cases.SingleAsync(c => c.Id == id);
            subject.Reroute(department, topic);
            subject.SetKind("frage");
            await db.Suggestions.Where(s => s.CaseId == id).ExecuteDeleteAsync();
            return await db.SaveChangesAsync();
        });
        await host.SuggestAsync(id, department, topic);
        Assert.Single(await DraftsAsync(id));
        return id;
    }

    private async Task RerouteAsync(Visitor clerk, long id, string target)
    {
        await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/abgeben", [new("Ziel", target), new("Grund", "Test")]);
        await host.PipelineIdleAsync();
    }

    private Task<List<StoredDraft>> DraftsAsync(long id) =>
        host.InDatabaseAsync(db => db.Drafts.AsNoTracking().Where(d => d.CaseId == id).OrderBy(d => d.Id).ToListAsync());
}
