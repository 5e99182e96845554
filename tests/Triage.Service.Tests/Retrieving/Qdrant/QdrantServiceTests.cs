using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Retrieving.Qdrant;

/// <summary>The whole service with Qdrant.</summary>
public sealed class QdrantServiceTests
{
    [Fact]
    public async Task Fault_31_with_Qdrant_down_searches_go_on_and_the_status_page_says_so_until_it_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("triage-knowledge-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "hund.md"), KnowledgeVisits.Markdown("hund", "## Abmelden\nMelden Sie Ihren Hund beim Steueramt ab."));
        await using var qdrant = await FakeQdrant.StartAsync();
        qdrant.Key = "Schluesselbund";
        var log = new LogLines();
        await using (var host = await ServiceHost.StartAsync(
            new Dictionary<string, string>
            {
                ["Knowledge:Folder"] = folder.FullName, ["Knowledge:LookSeconds"] = "1", ["Serilog:MinimumLevel:Default"] = "Verbose",
                ["Qdrant:Endpoint"] = qdrant.Address.ToString(), ["Qdrant:ApiKey"] = qdrant.Key,
            },
            services: s => s.AddSingleton<ILogEventSink>(log)))
        {
            using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
            await UntilSaidAsync(supervisor, "Qdrant, 1 Textstellen", "in Ordnung");
            Assert.True(await host.FindsAsync("Hund"));

            await qdrant.StopAsync();
            await UntilSaidAsync(supervisor, "eingebaut, denn Qdrant ist gestört. Technische Meldung: Qdrant at", "bitte prüfen");
            Assert.True(await host.FindsAsync("Hund"));
            Assert.True((await supervisor.GetAsync("/health/ready")).Status == System.Net.HttpStatusCode.OK);

            await qdrant.StartAgainAsync();
            await UntilSaidAsync(supervisor, "Qdrant, 1 Textstellen", "in Ordnung");
        }

        Assert.Contains(log.All, l => l.Contains("Searching within this process", StringComparison.Ordinal));
        Assert.DoesNotContain(log.All, l => l.Contains(qdrant.Key, StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("qdrant", "Qdrant:Endpoint is no http or https address.")]
    [InlineData("http://name:wort@localhost:6333", "Qdrant:Endpoint holds a name or password.")]
    public async Task A_wrong_address_stops_the_start_and_says_why(string endpoint, string why)
    {
        var e = await Assert.ThrowsAnyAsync<Exception>(() => ServiceHost.StartAsync(new Dictionary<string, string> { ["Qdrant:Endpoint"] = endpoint }));

        Assert.Contains(why, e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("wort", e.Message, StringComparison.Ordinal);
    }

    private static Task UntilSaidAsync(Visitor supervisor, string value, string verdict) => ServiceHost.UntilAsync(async () =>
    {
        var row = (await supervisor.GetAsync("/systemstand")).Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Suche im Wissen", StringComparison.Ordinal));
        return row.TextContent.Contains(value, StringComparison.Ordinal) && row.TextContent.Contains(verdict, StringComparison.Ordinal);
    });
}
