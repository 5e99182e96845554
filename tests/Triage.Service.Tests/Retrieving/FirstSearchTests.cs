using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Retrieving;

public sealed class FirstSearchTests
{
    [Fact]
    public async Task The_first_search_after_a_start_finds_by_meaning_what_shares_no_word()
    {
        var folder = Directory.CreateTempSubdirectory("triage-knowledge-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "hund.md"), KnowledgeVisits.Markdown("hund", "## Abmelden\nMelden Sie Ihren Hund innerhalb von zwei Wochen beim Steueramt ab."));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "grab.md"), KnowledgeVisits.Markdown("grab", "## Ruhezeit\nEin Grab auf dem Friedhof wird nach 25 Jahren abgeräumt."));
        try
        {
            await using var host = await ServiceHost.StartAsync(new Dictionary<string, string>
            {
                ["Knowledge:Folder"] = folder.FullName, ["Knowledge:WordsAlone"] = "false",
            });

            Assert.Equal("hund", (await host.FindAsync("Our dog has died, how do I deregister it?"))[0].ArticleId);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
