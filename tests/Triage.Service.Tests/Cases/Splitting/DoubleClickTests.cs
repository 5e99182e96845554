using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases.Splitting;

public sealed class DoubleClickTests(BothHosts hosts) : IClassFixture<BothHosts>
{
    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_21_of_many_clicks_at_once_one_splits_and_all_lead_to_it(DatabaseKind kind)
    {
        var host = await hosts.OnAsync(kind);
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        var cases = await host.InDatabaseAsync(db => db.Cases.CountAsync());
        var page = await clerk.SplitPageAsync(id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => clerk.SubmitAsync(page, $"/vorgang/{id}/abspalten")));
        var later = await clerk.SubmitAsync(page, $"/vorgang/{id}/abspalten");

        Assert.All(answers.Append(later), a => Assert.Equal((HttpStatusCode.SeeOther, $"/vorgang/{id}?liste=alle&ok=abgespalten"), (a.Status, a.Location)));
        Assert.Equal(cases + 1, await host.InDatabaseAsync(db => db.Cases.CountAsync()));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Audit.CountAsync(a => a.Action == "split" && a.SubjectId == id)));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Decisions.CountAsync(d => d.CaseId == id)));
        await host.PipelineIdleAsync();
        Assert.True(await host.InDatabaseAsync(db => db.Suggestions.AnyAsync(s => db.Splits.Any(p => p.OriginId == id && p.PartId == s.CaseId))));
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Many_clicks_on_joining_join_once(DatabaseKind kind)
    {
        var host = await hosts.OnAsync(kind);
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(clerk, id);
        var page = await clerk.GetAsync($"/vorgang/{id}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => clerk.SubmitAsync(page, $"/vorgang/{id}/zusammenfuehren")));

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.SeeOther or HttpStatusCode.UnprocessableEntity, $"{a.Status}"));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Audit.CountAsync(a => a.Action == "join" && a.SubjectId == part)));
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task An_answer_approved_while_its_case_is_joined_goes_out_or_the_case_is_joined_and_never_both(DatabaseKind kind)
    {
        var host = await hosts.OnAsync(kind);
        using var kim = await host.SignInAsync(StaffRole.Supervisor);
        using var alex = await host.SignInAsync(StaffRole.Supervisor);
        for (var round = 0; round < 3; round++)
        {
            var id = await host.ReceiveTwoConcernsAsync();
            var part = await host.PartAsync(kim, id);
            var page = await alex.GetAsync($"/vorgang/{part}");
            var review = await kim.ReviewAsync(part, ("Text", "Guten Tag, die Laterne wird repariert."));

            await Task.WhenAll(kim.ApproveAsync(review, part), alex.SubmitAsync(page, $"/vorgang/{part}/zusammenfuehren"));

            var joined = (await host.SplitAsync(id)).IsJoined;
            Assert.Equal(joined ? 0 : 1, await host.OutboxCountAsync(part));
        }
    }
}
