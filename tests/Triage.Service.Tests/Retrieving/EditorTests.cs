using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Triage.Service.Accounts;
using Triage.Service.Retrieving;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Retrieving;

public sealed class EditorTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task A_draft_is_not_searched_and_a_released_change_is_found_without_a_restart_until_it_is_retired()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        var draft = await editor.WriteAsync("hundesteuer-anmelden", "## Neu\nMelden Sie auch einen Zwirbeldackel an.");
        Assert.False(await host.FindsAsync("Zwirbeldackel"));

        await editor.ReleaseAsync(draft, "hundesteuer-anmelden");
        await host.UntilFoundAsync("Zwirbeldackel");
        Assert.Contains("In Kraft ist Fassung 2", (await editor.GetAsync("/wissen/hundesteuer-anmelden?fassung=1")).Text, StringComparison.Ordinal);

        var page = await editor.GetAsync("/wissen/hundesteuer-anmelden");
        await editor.SubmitAsync(page, "/wissen/hundesteuer-anmelden/zurueckziehen");
        await host.UntilFoundAsync("Zwirbeldackel", found: false);
        Assert.DoesNotContain(await host.FindAsync("Hund anmelden Hundesteuer"), p => p.ArticleId == "hundesteuer-anmelden");
        Assert.Contains("nicht in Kraft", (await editor.GetAsync("/wissen/hundesteuer-anmelden")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_begins_later_waits_for_its_day_while_the_old_one_holds()
    {
        // A minute before midnight in Berlin: the clock runs through every tick on its way.
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 12, 31, 22, 59, 0, TimeSpan.Zero));
        await using var own = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Knowledge:LookSeconds"] = "1" }, time);
        using var editor = await own.SignInAsync(StaffRole.Editor);
        var page = await editor.WriteAsync("hundesteuer-anmelden", "Ab Januar gilt die Zwirbelregel.", ("validFrom", "2027-01-01"));
        await editor.ReleaseAsync(page, "hundesteuer-anmelden");

        Assert.False(await own.FindsAsync("Zwirbelregel"));
        Assert.Contains("neue Fassung ab 01.01.2027", (await editor.GetAsync("/wissen?amt=steueramt")).Text, StringComparison.Ordinal);
        Assert.Contains(await own.FindAsync("Hund anmelden Hundesteuer"), p => p is { ArticleId: "hundesteuer-anmelden", Version: 1 });

        time.SetUtcNow(new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero));
        await own.UntilFoundAsync("Zwirbelregel");
    }

    [Fact]
    public async Task Who_saves_second_loses_nothing_and_overwrites_nothing()
    {
        using var first = await host.SignInAsync(StaffRole.Editor);
        using var second = await host.SignInAsync(StaffRole.Editor);
        const string Address = "/wissen/grab-verlaengern/bearbeiten";
        var form = await second.GetAsync(Address);
        await first.WriteAsync("grab-verlaengern", "Text der ersten Person.");

        var refused = await second.SubmitAsync(form, Address, Fields(("text", "Text der zweiten Person.")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("Fehler: ", refused.Document.Title, StringComparison.Ordinal);
        Assert.Equal("Text der zweiten Person.", refused.Document.QuerySelector("#text")!.TextContent);
        Assert.Contains("Text der ersten Person.", refused.Document.QuerySelector("del")!.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
        await second.SubmitAsync(refused, Address);
        Assert.Equal(["Text der ersten Person.", "Text der zweiten Person."], await TextsAsync("grab-verlaengern", from: 2));
    }

    [Fact]
    public async Task Two_who_save_at_the_same_moment_make_one_version()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        var form = await editor.GetAsync("/wissen/grab-aufgeben-abraeumen/bearbeiten");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => editor.SubmitAsync(form, "/wissen/grab-aufgeben-abraeumen/bearbeiten", Fields(("text", $"Text {i}.")))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.Single(await TextsAsync("grab-aufgeben-abraeumen", from: 2));
    }

    [Fact]
    public async Task A_preview_shows_html_as_text_links_only_safe_addresses_loads_no_picture_and_saves_nothing()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        const string Text = "# Oben\n<script>alert(1)</script>\n\n[gut](https://example.org) [schlecht](javascript:alert(1)) <javascript:alert(2)> ![Bild](https://example.org/a.png)\n\n|A|B|\n|:-:|--:|\n|1|2|";

        var page = await editor.SubmitAsync(await editor.GetAsync("/wissen/grab-arten-gebuehren/bearbeiten"), "/wissen/grab-arten-gebuehren/vorschau", Fields(("text", Text)));

        var preview = page.Document.QuerySelector(".article")!;
        Assert.Empty(preview.QuerySelectorAll("script, img, [style], h1"));
        Assert.Contains("<script>alert(1)</script>", preview.TextContent, StringComparison.Ordinal);
        Assert.Equal(["https://example.org"], preview.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(4, preview.QuerySelectorAll("th, td").Length);
        Assert.Empty(await TextsAsync("grab-arten-gebuehren", from: 2));
    }

    [Fact]
    public async Task A_new_article_needs_what_a_reader_must_know_and_keeps_what_was_typed()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        var form = await editor.GetAsync("/wissen/neu");

        var refused = await editor.SubmitAsync(
            form, "/wissen/neu", Fields(("slug", "Mit Leerzeichen"), ("title", "Mein Titel"), ("text", "Es kostet {{fee:gibt-es-nicht}}."), ("validFrom", "morgen")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var fields = refused.Document.QuerySelectorAll("#fehler a").Select(a => a.GetAttribute("href")).ToHashSet();
        Assert.Superset(new HashSet<string?> { "#slug", "#department", "#source", "#text", "#validFrom" }, fields);
        Assert.Equal("Mein Titel", refused.Document.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Contains("{{fee:gibt-es-nicht}}", refused.Document.QuerySelector("#text-fehler")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_article_takes_no_name_that_is_taken()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        var typed = Fields(("slug", "steuer-katzen"), ("title", "Katzen"), ("department", "steueramt"), ("source", "Satzung"), ("text", "Für Katzen zahlen Sie nichts."));
        var form = await editor.GetAsync("/wissen/neu");

        var made = await editor.SubmitAsync(form, "/wissen/neu", typed);
        var again = await editor.SubmitAsync(form, "/wissen/neu", typed);

        Assert.Equal("/wissen/steuer-katzen?fassung=1", made.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("schon ein anderer Artikel", again.Text, StringComparison.Ordinal);
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/wissen/steuer-katzen")).Status);
    }

    [Fact]
    public async Task Two_versions_are_compared_line_by_line_and_every_step_is_audited_without_text()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        var page = await editor.WriteAsync("kita-gebuehren", "Geheimnisvoller neuer Satz.");
        await editor.ReleaseAsync(page, "kita-gebuehren");

        var compared = await editor.GetAsync("/wissen/kita-gebuehren/vergleich?alt=1&neu=2");

        Assert.Equal(["Geheimnisvoller neuer Satz."], compared.Document.QuerySelectorAll(".diff ins").Select(i => i.TextContent));
        Assert.NotEmpty(compared.Document.QuerySelectorAll(".diff del"));
        var id = await host.InDatabaseAsync(db => db.Knowledge.Where(a => a.Slug == "kita-gebuehren").Select(a => a.Id).SingleAsync());
        var log = await host.InDatabaseAsync(db => db.Audit.Where(a => a.Subject == "article" && a.SubjectId == id).OrderBy(a => a.Sequence).ToListAsync());
        Assert.Equal(["save-article", "release-article"], log.Select(a => a.Action));
        Assert.All(log, a => Assert.Equal(editor.Id, a.ActorId));
        Assert.All(log, a => Assert.Matches("^version=2;hash=[0-9a-f]{64}$", a.Detail));
    }

    private Task<List<string>> TextsAsync(string slug, int from) => host.InDatabaseAsync(db => db.KnowledgeVersions
        .Where(v => v.Version >= from && db.Knowledge.Any(a => a.Id == v.ArticleId && a.Slug == slug))
        .OrderBy(v => v.Version).Select(v => v.Markdown).ToListAsync());

    private static IEnumerable<KeyValuePair<string, string?>> Fields(params (string Name, string? Value)[] fields) =>
        fields.Select(f => KeyValuePair.Create(f.Name, f.Value));
}
