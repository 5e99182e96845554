using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests;

public sealed class LogTests
{
    private static readonly string[] Canaries = ["Kanarienvogel", "kanari@example.org", "Zwitscherweg", "Piepmatz"];

    [Fact]
    public async Task Fault_54_no_log_line_holds_a_citizens_text_name_or_address()
    {
        var sink = new LogLines();
        await using var host = await ServiceHost.StartAsync(
            new Dictionary<string, string> { ["Serilog:MinimumLevel:Default"] = "Verbose", ["Mail:RecallSeconds"] = "0" },
            services: s => s.AddSingleton<ILogEventSink>(sink));
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);

        var id = await host.ReceiveAsync(Some.Mail(
            subject: "Piepmatz entflogen", text: "Guten Tag,\n\nmein Piepmatz wohnt im Zwitscherweg 3.\n\nViele Grüße\nKarla Kanarienvogel",
            from: "Karla Kanarienvogel <kanari@example.org>"));
        await host.ReceiveAsync("Subject: Piepmatz\nContent-Type: multipart/mixed\n\nkaputt Zwitscherweg");
        await clerk.GetAsync($"/vorgang/{id}");
        await clerk.PostAsync(await clerk.GetAsync("/konto"), "/suche", [KeyValuePair.Create("Begriff", (string?)"Kanarienvogel")]);
        await clerk.GetAsync("/gibt-es-nicht");

        Assert.NotEmpty(sink.All);
        foreach (var canary in Canaries)
        {
            Assert.DoesNotContain(sink.All, line => line.Contains(canary, StringComparison.OrdinalIgnoreCase));
        }
    }
}
