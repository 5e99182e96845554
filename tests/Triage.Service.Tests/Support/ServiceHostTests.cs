using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Cases;

namespace Triage.Service.Tests.Support;

public sealed class ServiceHostTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task A_mail_that_is_received_becomes_an_open_case()
    {
        var id = await host.ReceiveAsync(Some.Mail("Hund abmelden"));

        var opened = await host.InDatabaseAsync(db => db.Cases.SingleAsync(c => c.Id == id));
        Assert.Equal(("Hund abmelden", CaseStatus.Open), (opened.Subject, opened.Status));
    }

    [Fact]
    public async Task Strangers_are_asked_to_sign_in_and_staff_is_recognised()
    {
        using var stranger = host.Visit();
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "buergerbuero");

        Assert.StartsWith($"{host.Address}anmelden", (await stranger.GetAsync("/gibt-es-nicht")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/gibt-es-nicht")).Status);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/ready")).Status);
    }
}
