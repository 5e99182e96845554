using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Retrieving;

public sealed class GapListTests(BothHosts hosts) : IClassFixture<BothHosts>
{
    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Questions_without_a_source_are_counted_by_topic_and_not_quoted(DatabaseKind kind)
    {
        var host = await hosts.OnAsync(kind);
        using var editor = await host.SignInAsync(StaffRole.Editor);
        await GapAsync(host, "Drohnenflug über dem Marktplatz");
        await GapAsync(host, "Drohne über dem Garten");
        await ComplaintAsync(host, "Drohnen, jeden Tag!");
        await host.DraftAsync(await host.CaseAsync("Mit Quelle", "friedhof", topic: "grab"), "Text");

        var page = await editor.GetAsync("/wissen/luecken");

        var row = Assert.Single(page.Document.QuerySelectorAll("main tbody tr"));
        Assert.Equal("2", row.Children[2].TextContent);
        Assert.DoesNotContain("Drohne", page.Html, StringComparison.Ordinal);
        Assert.Contains("thema=laerm", row.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private static async Task<long> GapAsync(ServiceHost host, string subject)
    {
        var id = await host.CaseAsync(subject, "ordnungsamt", topic: "laerm");
        await host.NoSourceAsync(id);
        return id;
    }

    // Nobody misses an article for it.
    private static async Task ComplaintAsync(ServiceHost host, string subject)
    {
        var id = await GapAsync(host, subject);
        await host.InDatabaseAsync(async db =>
        {
            (await db.Cases.FindAsync(id))!.SetKind("beschwerde");
            return await db.SaveChangesAsync();
        });
    }
}
