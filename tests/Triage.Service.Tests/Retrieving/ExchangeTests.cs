using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Models.Retrieving;
using Triage.Service.Accounts;
using Triage.Service.Retrieving;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Retrieving;

public sealed class ExchangeTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("triage-articles-");
    private ServiceHost host = null!;
    private Visitor editor = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "eins.md"), KnowledgeVisits.Markdown("eins", "## Eins\nDer erste Text."));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "kaputt.md"), "Ohne Kopf.");
        host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Knowledge:Folder"] = folder.FullName });
        editor = await host.SignInAsync(StaffRole.Editor);
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_changes_in_the_folder_later_waits_for_an_editor_and_a_bad_file_stops_no_other()
    {
        Assert.True(await host.FindsAsync("erste"));
        // The look after the start found the bad file.
        await ServiceHost.UntilAsync(() => host.InDatabaseAsync(db => db.KnowledgeImports.AnyAsync()));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "eins.md"), KnowledgeVisits.Markdown("eins", "## Eins\nDer geänderte Text."));

        await host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<KnowledgeFolder>().OfferChangesAsync(CancellationToken.None);
            return 0;
        });

        Assert.Equal(["Der erste Text."], await LinesAsync("eins"));
        var list = await editor.GetAsync("/wissen");
        var preview = await editor.GetAsync(list.Document.QuerySelector(".note a")!.GetAttribute("href")!);
        Assert.Contains("eins.md: geändert", preview.Text, StringComparison.Ordinal);
        Assert.Contains("kaputt.md: Nicht lesbar", preview.Text, StringComparison.Ordinal);
        Assert.Equal("Der geänderte Text.", preview.Document.QuerySelector("ins")!.TextContent);
        await editor.TakeAsync(preview);
        Assert.Equal(["Der erste Text.", "Der geänderte Text."], await LinesAsync("eins"));
        Assert.False(await host.FindsAsync("geänderte"));
    }

    [Fact]
    public async Task Fault_37_A_page_that_somebody_brings_in_is_not_searched_before_a_person_releases_it_and_names_its_origin()
    {
        var preview = await editor.UploadAsync("gift.md", KnowledgeVisits.Markdown("gift", "Zahlen Sie an das Konto Zwirbelbank."));
        Assert.False(await host.FindsAsync("Zwirbelbank"));

        await editor.TakeAsync(preview);

        Assert.False(await host.FindsAsync("Zwirbelbank"));
        var page = await editor.GetAsync("/wissen/gift");
        Assert.Contains("Stand: Entwurf, nicht freigegeben", page.Text, StringComparison.Ordinal);
        Assert.Contains("Datei gift.md", page.Text, StringComparison.Ordinal);
        await editor.ReleaseAsync(page, "gift");
        await host.UntilFoundAsync("Zwirbelbank");
    }

    [Fact]
    public async Task Fault_41_Scripts_handlers_forms_and_remote_pictures_of_a_page_do_not_come_along()
    {
        const string Html = """
            <html><head><title>Hund &amp; Katze</title><script>alert('kopf')</script><style>p{background:url(https://boese.example/s.png)}</style></head>
            <body onload="alert(1)"><nav><a href="/">Start</a></nav><h1>Tiere</h1>
            <p onclick="alert(2)">Der Hund <b>kostet</b> Steuer.<br>Die Katze nicht.</p>
            <script/>alert('trick')</script><svg><script>alert(3)</script></svg><div style="display: none">unsichtbar</div>
            <img src="https://boese.example/p.png" alt="x"><iframe src="https://boese.example">innen</iframe>
            <form action="https://boese.example"><input name="pw"><button>Senden</button><p>Satz im Formular.</p></form>
            <p><a href="javascript:alert(4)">Klick</a> und <a href="https://www.musterstadt.example/hund">Mehr</a></p>
            <ul><li>Eins<li>Zwei <ol><li>Unter</ol></ul>
            <table><tr><th>Wer<th>Was<tr><td>Hund|Katze<td>50</table>
            <p>&lt;script&gt;alert(5)&lt;/script&gt; *kein* [Verweis](x)</p></body></html>
            """;

        var page = await editor.FollowAsync(await editor.TakeAsync(await editor.UploadAsync("../../tiere.html", Html)));
        var article = await editor.GetAsync("/wissen/hund-katze");

        Assert.Contains("Hund & Katze", page.Text, StringComparison.Ordinal);
        var markdown = await host.InDatabaseAsync(db => db.KnowledgeVersions.Where(v => v.Title == "Hund & Katze").Select(v => v.Markdown).SingleAsync());
        Assert.Equal(
            """
            ## Tiere

            Der Hund kostet Steuer.  
            Die Katze nicht.

            Satz im Formular.

            Klick und [Mehr](https://www.musterstadt.example/hund)

            -  Eins
            -  Zwei
               1. Unter

            | Wer | Was |
            | --- | --- |
            | Hund\|Katze | 50 |

            \<script>alert(5)\</script> \*kein\* \[Verweis\](x)
            """.ReplaceLineEndings("\n"),
            markdown);
        var shown = article.Document.QuerySelector("article")!;
        Assert.Empty(shown.QuerySelectorAll("script, img, iframe, form, [onclick], [style]"));
        Assert.Equal(["https://www.musterstadt.example/hund"], shown.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(4, shown.QuerySelectorAll("th, td").Length);
    }

    [Fact]
    public async Task Fault_42_Huge_and_nested_pages_are_read_or_refused_within_seconds()
    {
        var table = $"<table>{string.Concat(Enumerable.Repeat("<tr><td>Zelle<td>Zelle</tr>", 200_000))}</table>";
        var open = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<font color=c{i}><p>"));
        var nested = string.Concat(Enumerable.Repeat("<div><table><tr><td><ul><li>", 60_000)) + "Tief unten.";
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var preview = await editor.UploadAsync(
            ("tabelle.html", Encoding.UTF8.GetBytes(table)), ("offen.html", Encoding.UTF8.GetBytes(open)),
            ("tief.html", Encoding.UTF8.GetBytes(nested)), ("riesig.html", new byte[KnowledgeReader.MostBytes + 1]));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"It took {clock.Elapsed}.");
        Assert.Contains("tabelle.html: Nicht lesbar: Der Text ist länger als 100.000 Zeichen", preview.Text, StringComparison.Ordinal);
        Assert.Contains("offen.html: Nicht lesbar: Der Artikel braucht einen Text", preview.Text, StringComparison.Ordinal);
        Assert.Contains("riesig.html: Nicht lesbar: Die Datei ist größer", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tief.html: Nicht lesbar: Die Datei", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_that_unpacks_without_end_is_refused_and_markdown_that_is_nested_too_deeply_too()
    {
        var bomb = Zip(("bombe.md", new string(' ', KnowledgeReader.MostBytes + 10)), ("danach.md", "x"));

        var preview = await editor.UploadAsync(
            ("a.zip", bomb), ("b.zip", [1, 2, 3]), ("c.exe", [1]),
            ("tief.md", Encoding.UTF8.GetBytes(KnowledgeVisits.Markdown("tief", new string('>', 5000) + " unten"))),
            ("latin.md", [0xE4, 0xF6]));

        Assert.Contains("bombe.md: Nicht lesbar: Entpackt ist die Datei zu groß.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("b.zip: Nicht lesbar: Das Archiv lässt sich nicht lesen.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("c.exe: Nicht lesbar", preview.Text, StringComparison.Ordinal);
        Assert.Contains("tief.md: Nicht lesbar: Listen oder Zitate", preview.Text, StringComparison.Ordinal);
        Assert.Contains("latin.md: Nicht lesbar: Die Datei ist nicht in UTF-8", preview.Text, StringComparison.Ordinal);
        Assert.Contains("nichts zu übernehmen", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_given_out_comes_in_again_as_the_same()
    {
        var awkward = KnowledgeVisits.Markdown("zwei", "Zeile mit \"Anführung\": {{phone:steueramt}}\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |", "'Titel: mit „Zeichen“ # und \\ so'", "synonyms: [\"a, b\", 'c: d']\nreviewer: Frau Ä\nvalid_until: 2027-12-31\ntype: statute\n");
        await editor.TakeAsync(await editor.UploadAsync("zwei.md", awkward));
        await editor.WriteAsync("eins", "Neuer Text von eins.");
        var list = await editor.GetAsync("/wissen");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", list.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);

        using var download = await editor.Http.PostAsync(new Uri("/wissen/ausfuhr", UriKind.Relative), form);
        var zip = await download.Content.ReadAsByteArrayAsync();

        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Equal(["fassungen/eins/1.md", "steueramt/eins.md", "steueramt/zwei.md"], archive.Entries.Select(e => e.FullName).Order());
        var here = await editor.UploadAsync(("alles.zip", zip));
        Assert.Contains("eins.md: unverändert", here.Text, StringComparison.Ordinal);
        Assert.Contains("zwei.md: unverändert", here.Text, StringComparison.Ordinal);
        await using var elsewhere = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Knowledge:Folder"] = Path.Combine(folder.FullName, "leer") });
        using var other = await elsewhere.SignInAsync(StaffRole.Editor);
        await other.TakeAsync(await other.UploadAsync(("alles.zip", zip)));
        Assert.Equal(await NewestHashesAsync(host), await NewestHashesAsync(elsewhere));
    }

    private static Task<List<string>> NewestHashesAsync(ServiceHost host) => host.InDatabaseAsync(db => db.KnowledgeVersions
        .Where(v => db.Knowledge.Any(a => a.Id == v.ArticleId && a.Newest == v.Version)).OrderBy(v => v.Hash).Select(v => v.Hash).ToListAsync());

    private Task<List<string>> LinesAsync(string slug) => host.InDatabaseAsync(async db => (await db.KnowledgeVersions
        .Where(v => db.Knowledge.Any(a => a.Id == v.ArticleId && a.Slug == slug)).OrderBy(v => v.Version).Select(v => v.Markdown).ToListAsync())
        .ConvertAll(t => t.Split('\n')[^1]));

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = new StreamWriter(archive.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        return stream.ToArray();
    }
}
