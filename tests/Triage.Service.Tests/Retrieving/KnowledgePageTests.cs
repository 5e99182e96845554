using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Models.Drafting;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Accounts;
using Triage.Service.Drafting;
using Triage.Service.Retrieving;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Retrieving;

public sealed class KnowledgePageTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    private const string Slug = "hundesteuer-abmelden";

    [Fact]
    public async Task The_towns_articles_are_there_from_the_first_start_released_and_with_their_origin()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var files = Directory.GetFiles(Path.Combine(DataFolder.Find(), "knowledge"), "*.md", SearchOption.AllDirectories).Count(f => Path.GetFileName(f) != "README.md");

        var list = await clerk.GetAsync("/wissen");
        var article = await clerk.GetAsync($"/wissen/{Slug}");

        Assert.Equal(files, list.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("Ordner data/knowledge, beim ersten Start übernommen", article.Text, StringComparison.Ordinal);
        Assert.Contains("Stand: in Kraft", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", article.Text, StringComparison.Ordinal);
        await host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<KnowledgeFolder>().OfferChangesAsync(CancellationToken.None);
            return true;
        });
        Assert.False(await host.InDatabaseAsync(db => db.KnowledgeImports.AnyAsync(i => i.StaffId == null)));
    }

    [Fact]
    public async Task A_list_narrows_to_an_office_and_says_in_words_what_is_old_or_contradicted()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");

        var office = await clerk.GetAsync("/wissen?amt=friedhof");
        var stale = await clerk.GetAsync("/wissen?liste=veraltet&amt=steueramt");
        var conflicts = await clerk.GetAsync("/wissen?liste=widersprueche&amt=steueramt");
        var leaflet = await clerk.GetAsync("/wissen/hundesteuer-merkblatt-2022");

        Assert.All(Rows(office), r => Assert.StartsWith("/wissen/", r.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.InRange(Rows(office).Count, 5, 40);
        Assert.NotEmpty(Rows(stale));
        Assert.All(Rows(stale), r => Assert.Contains("veraltet", r.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(Rows(conflicts));
        Assert.All(Rows(conflicts), r => Assert.Contains("Widerspruch", r.TextContent, StringComparison.Ordinal));
        Assert.Contains("Veraltet: Die Prüfung ist überfällig.", leaflet.Text, StringComparison.Ordinal);
        Assert.Contains("sagt etwas anderes", leaflet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citation_opens_exactly_its_passage()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");

        foreach (var passage in (await host.FindAsync("Ich möchte meinen Hund abmelden. Was kostet ein neuer Personalausweis?")).Take(5))
        {
            var page = await clerk.GetAsync(KnowledgeEndpoints.Address(passage).Split('#')[0]);

            var marks = page.Document.QuerySelectorAll("article mark");
            Assert.Equal("stelle", marks[0].Id);
            Assert.Single(marks, m => m.HasAttribute("id"));
            Assert.Equal(Letters(Markdig.Markdown.ToPlainText(passage.Text)), Letters(string.Concat(marks.Select(m => m.TextContent))));
            Assert.NotEqual(Letters(string.Concat(marks.Select(m => m.TextContent))), Letters(page.Document.QuerySelector("article")!.TextContent));
        }
    }

    [Theory]
    [InlineData("von=0&bis=1000000")]
    [InlineData("von=50&bis=20")]
    [InlineData("von=-5&bis=20")]
    public async Task A_range_that_the_text_does_not_have_is_said_and_marks_nothing(string range)
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");

        var page = await clerk.GetAsync($"/wissen/{Slug}?{range}");

        Assert.Empty(page.Document.QuerySelectorAll("mark"));
        Assert.Contains("Die zitierte Stelle gibt es in dieser Fassung nicht mehr.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRole.Clerk)]
    [InlineData(StaffRole.Administrator)]
    public async Task Who_is_no_editor_reads_and_changes_nothing(string role)
    {
        using var person = await host.SignInAsync(role, "steueramt");
        var page = await person.GetAsync($"/wissen/{Slug}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"/wissen/{Slug}/bearbeiten")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync("/wissen/neu")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync("/wissen/einfuhr")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.PostAsync(page, $"/wissen/{Slug}/zurueckziehen")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.PostAsync(page, "/wissen/ausfuhr")).Status);
        Assert.Equal(ArticleState.Released, await host.InDatabaseAsync(db => db.KnowledgeVersions.Where(v => v.Title == page.Heading).Select(v => v.State).FirstAsync()));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static List<AngleSharp.Dom.IElement> Rows(Answer page) => [.. page.Document.QuerySelectorAll("main tbody tr")];
}
