using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases.Splitting;

public sealed class SplitFailureTests
{
    [Fact]
    public async Task A_database_that_refuses_a_split_is_told_as_such_and_not_as_a_change_by_a_colleague()
    {
        await using var host = await ServiceHost.StartAsync();
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        var cases = await host.InDatabaseAsync(db => db.Cases.CountAsync());
        await host.ExecuteAsync("CREATE TRIGGER broken BEFORE INSERT ON case_splits BEGIN SELECT RAISE(ABORT, 'broken'); END");

        var refused = await clerk.SplitLampAsync(id);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Zurzeit nicht möglich"), (refused.Status, refused.Heading));
        Assert.Equal(cases, await host.InDatabaseAsync(db => db.Cases.CountAsync()));
    }
}
