using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

/// <summary>Who withdraws a concern wants no answer any more, also when one is on its way.</summary>
public sealed class WithdrawalTests
{
    private static readonly Dictionary<string, string?> Sure = new() { ["sicher"] = "ja" };

    [Fact]
    public async Task A_withdrawal_stops_an_approved_answer_that_has_not_left_and_the_clerk_is_told()
    {
        await using var host = await StartAsync(recallSeconds: 600);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        using var citizen = host.Visit();
        var (id, page) = await AnsweredAsync(host, citizen, clerk);
        Assert.Equal(CloseReason.Answered, (await CaseAsync(host, id)).ClosedBecause);

        var withdrawn = await citizen.FollowAsync(await citizen.SubmitAsync(page, "/stand/zurueckziehen", Sure));

        Assert.StartsWith("Zurückgezogen am", withdrawn.Document.QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([SendState.Recalled], await StatesAsync(host, id));
        Assert.Equal(CloseReason.Withdrawn, (await CaseAsync(host, id)).ClosedBecause);
        var told = await clerk.GetAsync($"/vorgang/{id}");
        Assert.Contains("Die freigegebene Antwort ist angehalten und nicht hinausgegangen.", told.Text, StringComparison.Ordinal);
        Assert.Contains("angehalten", (await clerk.GetAsync("/posteingang?liste=erledigt")).Text, StringComparison.Ordinal);
        Assert.Null(await host.InDatabaseAsync(db => db.FirstBadRowAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_withdrawal_after_the_answer_has_left_changes_nothing()
    {
        await using var host = await StartAsync(recallSeconds: 0);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        using var citizen = host.Visit();
        var (id, page) = await AnsweredAsync(host, citizen, clerk, beforeApproval: true);
        await ServiceHost.UntilAsync(async () => (await StatesAsync(host, id)).SequenceEqual([SendState.Accepted]));

        await citizen.SubmitAsync(page, "/stand/zurueckziehen", Sure);

        Assert.Equal(CloseReason.Answered, (await CaseAsync(host, id)).ClosedBecause);
        Assert.Equal([SendState.Accepted], await StatesAsync(host, id));
        Assert.Null((await citizen.GetAsync("/stand")).Document.GetElementById("zurueck"));
    }

    // The status page as it was before or after the approval: a citizen may have had it open for a while.
    private static async Task<(long Id, Answer Page)> AnsweredAsync(ServiceHost host, Visitor citizen, Visitor clerk, bool beforeApproval = false)
    {
        var (number, code) = await citizen.OpenCaseAsync();
        await host.PipelineIdleAsync();
        var id = await host.InDatabaseAsync(db => db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        var before = await citizen.LookUpAsync(number, code);
        var approved = await clerk.SendAsync(id, ("Text", "Guten Tag, die Laterne wird repariert."));
        Assert.Contains("ok=freigegeben", approved.Location, StringComparison.Ordinal);
        return (id, beforeApproval ? before : await citizen.GetAsync("/stand"));
    }

    private static Task<ServiceHost> StartAsync(int recallSeconds) => ServiceHost.StartAsync(
        new Dictionary<string, string>(CitizenHost.Settings) { ["Mail:RecallSeconds"] = $"{recallSeconds}" });

    private static Task<Case> CaseAsync(ServiceHost host, long id) => host.InDatabaseAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));

    private static Task<List<string>> StatesAsync(ServiceHost host, long id) =>
        host.InDatabaseAsync(db => db.Outbox.Where(o => o.CaseId == id).Select(o => o.State).ToListAsync());
}
