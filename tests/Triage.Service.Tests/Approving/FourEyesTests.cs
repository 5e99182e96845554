using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Approving;

public sealed class FourEyesTests
{
    [Fact]
    public async Task An_answer_on_a_topic_with_two_signatures_goes_out_after_a_second_person_signed()
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Approval:FourEyesTopics:0"] = "hundesteuer" });
        using var kim = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var alex = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Erstattung", "steueramt", topic: "hundesteuer");

        var review = await kim.ReviewAsync(id, ("Text", "Ihr Antrag liegt uns vor."));
        var first = await kim.FollowAsync(await kim.ApproveAsync(review, id));
        await kim.ApproveAsync(review, id);
        var alone = await host.OutboxCountAsync(id);
        var page = await alex.GetAsync($"/vorgang/{id}");
        var second = await alex.ApproveAsync(await alex.GetAsync($"/vorgang/{id}/pruefen/1"), id);

        Assert.Contains("Zwei Personen geben diese Antwort frei.", review.Text, StringComparison.Ordinal);
        Assert.Contains("Jetzt zeichnet eine zweite Person mit.", first.Text, StringComparison.Ordinal);
        Assert.Equal(0, alone);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/vorgang/{id}/pruefen/1']"));
        Assert.Equal(HttpStatusCode.SeeOther, second.Status);
        Assert.Equal(1, await host.OutboxCountAsync(id));
        Assert.Equal([kim.Id, alex.Id], await host.InDatabaseAsync(db => db.Approvals.Where(a => a.CaseId == id).OrderBy(a => a.Signature).Select(a => a.ApproverId).ToListAsync()));
    }
}
