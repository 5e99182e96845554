using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases;

public sealed class HistoryQuotesTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    private static readonly (MessageDirection Direction, string Text)[] Long =
    [
        (MessageDirection.In, "Guten Tag,\n\nmein Hund ist gestorben. Bekomme ich die Hundesteuer zurück?\n\nViele Grüße\nErika Beispiel"),
        (MessageDirection.Note, "Bekomme ich die Hundesteuer zurück, fragt sie schon wieder am 3. Mai wegen 30 €."),
        (MessageDirection.Notice, "Wir haben Ihre Nachricht am 3. Mai bekommen und genehmigt ist noch nichts."),
        (MessageDirection.Out, "Guten Tag,\n\nbitte reichen Sie uns die Bescheinigung des Tierarztes nach.\n\nMit freundlichen Grüßen\nStadt Musterstadt"),
        (MessageDirection.In, "Die Bescheinigung des Tierarztes liegt bei. Es regnet seit Tagen in Musterstadt."),
    ];

    [Fact]
    public async Task A_long_history_is_quoted_above_it_with_date_and_writer_and_a_link_into_each_message()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var ids = await host.HistoryAsync(id, Long);

        var page = await clerk.GetAsync($"/vorgang/{id}");

        Assert.Equal(["Anfrage", "Worum es bisher ging", "Verlauf", "Zuständigkeit"], page.Document.QuerySelectorAll("h2").Select(h => h.TextContent.Trim()).Take(4));
        var section = page.Document.QuerySelector("section[aria-labelledby=h-bisher]")!;
        Assert.Contains("wörtliche Sätze", section.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Bekomme ich die Hundesteuer zurück?", "bitte reichen Sie uns die Bescheinigung des Tierarztes nach."],
            section.QuerySelectorAll("blockquote").Select(q => q.TextContent));
        Assert.Equal([$"#nachricht-{ids[0]}", $"#nachricht-{ids[3]}"], section.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.All(section.QuerySelectorAll("a"), a => Assert.Equal("DETAILS", page.Document.QuerySelector(a.GetAttribute("href")!)!.ParentElement!.TagName));
        var at = await host.InDatabaseAsync(db => db.Messages.Where(m => m.Id == ids[0]).Select(m => m.At).SingleAsync());
        Assert.Equal($"Nachricht vom {German.Moment(at)} von Erika Beispiel", section.QuerySelector("a")!.TextContent);
    }

    [Fact]
    public async Task Neither_a_short_history_nor_a_case_without_AI_is_quoted()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var brief = await host.CaseAsync("Hund", "steueramt");
        await host.HistoryAsync(brief, Long[..4]);
        var without = await host.CaseAsync("Hund", "steueramt");
        await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == without).ExecuteUpdateAsync(c => c.SetProperty(x => x.WithoutAi, true)));
        await host.HistoryAsync(without, Long);

        Assert.DoesNotContain("Worum es bisher ging", (await clerk.GetAsync($"/vorgang/{brief}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Worum es bisher ging", (await clerk.GetAsync($"/vorgang/{without}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizens_markup_in_a_quotation_stays_text()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        await host.HistoryAsync(id, [(MessageDirection.In, "Wann kommt die <img src=x onerror=alert(1)> Erstattung der Hundesteuer?"), .. Long[3..]]);

        var page = await clerk.GetAsync($"/vorgang/{id}");

        Assert.Contains("<img src=x onerror=alert(1)>", page.Document.QuerySelector("section[aria-labelledby=h-bisher] blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("img[src=x]"));
    }
}
