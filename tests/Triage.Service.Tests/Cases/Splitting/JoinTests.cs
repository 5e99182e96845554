using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Learning;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases.Splitting;

public sealed class JoinTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_split_is_taken_back_from_either_side(bool fromPart)
    {
        using var taxes = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var streets = await host.SignInAsync(StaffRole.Clerk, "tiefbauamt");
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(taxes, id);
        var (who, at) = fromPart ? (streets, part) : (taxes, id);
        if (fromPart)
        {
            // Whose case it is may have begun with it.
            await streets.SubmitAsync(await streets.GetAsync($"/vorgang/{part}"), $"/vorgang/{part}/uebernehmen");
        }

        var page = await who.FollowAsync(await who.SubmitAsync(await who.GetAsync($"/vorgang/{at}"), $"/vorgang/{at}/zusammenfuehren"));

        var (origin, joined) = (await host.FindAsync(id), await host.FindAsync(part));
        Assert.Equal((CaseStatus.Closed, CloseReason.Joined, CaseStatus.Open), (joined.Status, joined.ClosedBecause, origin.Status));
        Assert.Contains("Die Vorgänge sind wieder zusammengeführt.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Das Anliegen gehört wieder", page.Text, StringComparison.Ordinal);
        Assert.Contains((fromPart ? origin : joined).Number, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/vorgang/{at}/zusammenfuehren", page.Html, StringComparison.Ordinal);
        Assert.Contains($"Der Vorgang {joined.Number} ist wieder Teil dieses Vorgangs.", (await taxes.GetAsync($"/vorgang/{id}")).Text, StringComparison.Ordinal);
        var entry = await host.InDatabaseAsync(db => db.Audit.SingleAsync(a => a.Action == "join" && a.SubjectId == part));
        Assert.Equal((who.Id, $"into={id}"), (entry.ActorId, entry.Detail));
        Assert.Equal(["Split", "Joined"], await host.InDatabaseAsync(db => db.Decisions.Where(d => d.CaseId == id && d.AlsoTopic == "beleuchtung").OrderBy(d => d.Id).Select(d => d.Kind.ToString()).ToListAsync()));
    }

    [Fact]
    public async Task An_answered_first_case_has_something_to_do_again_and_its_draft_speaks_of_the_whole()
    {
        using var taxes = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        await host.PartAsync(taxes, id);
        await ServiceHost.UntilAsync(() => host.InDatabaseAsync(async db => await db.Drafts.CountAsync(d => d.CaseId == id) == 2));
        await host.InDatabaseAsync(async db =>
        {
            (await db.Cases.SingleAsync(c => c.Id == id)).Close(CloseReason.ByPhone, DateTimeOffset.UnixEpoch);
            return await db.SaveChangesAsync();
        });

        await taxes.SubmitAsync(await taxes.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/zusammenfuehren");
        await host.PipelineIdleAsync();

        Assert.Equal(CaseStatus.Open, (await host.FindAsync(id)).Status);
        Assert.Equal(3, await host.InDatabaseAsync(db => db.Drafts.CountAsync(d => d.CaseId == id)));
    }

    [Fact]
    public async Task Nothing_is_joined_once_an_answer_is_approved()
    {
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(supervisor, id);
        var before = await supervisor.GetAsync($"/vorgang/{part}");
        await supervisor.SendAsync(part, ("Text", "Guten Tag, die Laterne wird repariert."));

        var refused = await supervisor.SubmitAsync(before, $"/vorgang/{part}/zusammenfuehren");
        await supervisor.SubmitAsync(await supervisor.GetAsync($"/vorgang/{part}"), $"/vorgang/{part}/oeffnen");
        var reopened = await supervisor.SubmitAsync(before, $"/vorgang/{part}/zusammenfuehren");

        Assert.All(new[] { refused, reopened }, a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.Contains("schon beantwortet", refused.Text, StringComparison.Ordinal);
        Assert.False((await host.SplitAsync(id)).IsJoined);
        Assert.DoesNotContain("zusammenfuehren", (await supervisor.GetAsync($"/vorgang/{id}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_first_case_nobody_takes_a_colleagues_work_away()
    {
        using var taxes = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var streets = await host.SignInAsync(StaffRole.Clerk, "tiefbauamt");
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(taxes, id);
        var before = await taxes.GetAsync($"/vorgang/{id}");
        await streets.SubmitAsync(await streets.GetAsync($"/vorgang/{part}"), $"/vorgang/{part}/speichern", [new("Text", "Halb fertig")]);

        var refused = await taxes.SubmitAsync(before, $"/vorgang/{id}/zusammenfuehren");

        Assert.Contains("bearbeitet schon jemand", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Halb fertig", refused.Html, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Open, (await host.FindAsync(part)).Status);
    }

    [Fact]
    public async Task A_third_office_joins_nothing_and_an_answer_under_review_is_looked_at_again()
    {
        using var taxes = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        using var stranger = await host.SignInAsync(StaffRole.Clerk, "standesamt");
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(taxes, id);
        var own = await host.CaseAsync("Eigener", "standesamt");
        var review = await supervisor.ReviewAsync(part, ("Text", "Guten Tag, die Laterne wird repariert."));

        await stranger.PostAsync(await stranger.GetAsync("/konto"), $"/vorgang/{own}/zusammenfuehren", [new("Teil", $"{part}")]);
        Assert.False((await host.SplitAsync(id)).IsJoined);
        await supervisor.SubmitAsync(await supervisor.GetAsync($"/vorgang/{part}"), $"/vorgang/{part}/zusammenfuehren");
        var late = await supervisor.ApproveAsync(review, part);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(0, await host.OutboxCountAsync(part));
    }

    [Fact]
    public async Task What_was_joined_stays_closed_and_can_be_split_anew()
    {
        using var taxes = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.ReceiveTwoConcernsAsync();
        var first = await host.PartAsync(taxes, id);
        var open = await supervisor.GetAsync($"/vorgang/{first}");
        await taxes.SubmitAsync(await taxes.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/zusammenfuehren");

        var reopened = await supervisor.PostAsync(open, $"/vorgang/{first}/oeffnen");
        var split = await supervisor.SplitPageAsync(first, topic: null);
        await taxes.SplitLampAsync(id);

        Assert.All(new[] { reopened, split }, a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.Equal(CaseStatus.Closed, (await host.FindAsync(first)).Status);
        Assert.Equal(2, await host.InDatabaseAsync(db => db.Splits.CountAsync(s => s.OriginId == id)));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Splits.CountAsync(s => s.OriginId == id && s.JoinedAt == null)));
    }

    [Fact]
    public async Task A_part_with_parts_of_its_own_waits_for_them()
    {
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(supervisor, id);
        var before = await supervisor.GetAsync($"/vorgang/{part}");
        var page = await supervisor.SplitPageAsync(part, topic: null);
        await supervisor.SubmitAsync(page, $"/vorgang/{part}/abspalten", [new("Saetze", page.Box(TwoConcerns.Flickers)), new("Ziel", "tiefbauamt/verkehr")]);

        var refused = await supervisor.SubmitAsync(before, $"/vorgang/{part}/zusammenfuehren");

        Assert.Contains("Führen Sie zuerst dieses zusammen.", refused.Text, StringComparison.Ordinal);
        Assert.False((await host.SplitAsync(id)).IsJoined);
    }

    [Fact]
    public async Task Closing_offers_no_joining()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var page = await clerk.GetAsync($"/vorgang/{id}");

        var forced = await clerk.SubmitAsync(page, $"/vorgang/{id}/schliessen", [new("Warum", nameof(CloseReason.Joined))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Null(page.Document.GetElementById($"w-{nameof(CloseReason.Joined)}"));
        Assert.Equal([], await host.InDatabaseAsync(db => db.Decisions.Where(d => d.CaseId == id && d.Kind == DecisionKind.Closed).ToListAsync()));
    }
}
