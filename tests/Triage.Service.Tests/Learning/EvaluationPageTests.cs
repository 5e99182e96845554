using System.Net;
using Triage.Service.Accounts;
using Triage.Service.Learning;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Learning;

public sealed class EvaluationPageTests
{
    private const string Blind = "Amt, Stichprobe ohne Sicht auf den Vorschlag";
    private const string Seen = "Amt, mit Sicht auf den Vorschlag";

    [Fact]
    public async Task Blind_checks_and_seen_suggestions_are_two_figures_with_interval_and_cases()
    {
        await using var host = await ServiceHost.StartAsync();
        await host.RepeatAsync(6, Made.Blind("bauamt", "bauamt"));
        await host.RepeatAsync(2, Made.Blind("bauamt", "umweltamt"));
        await host.RepeatAsync(8, new Made("bauamt", "bauamt") { SuggestedTopic = "bauantrag", Topic = "bauantrag" });
        await host.RepeatAsync(1, new Made("bauamt", "bauamt") { SuggestedTopic = "bauantrag", Topic = "bebauungsplan" });
        await host.DecideAsync(new Made("bauamt", "bauamt") { DaysAgo = 3 }, new Made("bauamt", "tiefbauamt") { Kind = DecisionKind.Rerouted });
        await host.RepeatAsync(3, new Made("bauamt", "bauamt") { Abstained = true, Confidence = 0.31 });
        await host.RepeatAsync(2, new Made("bauamt", "steueramt") { Abstained = true, Confidence = 0.31 });
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);

        var page = await supervisor.GetAsync("/auswertung?zeitraum=7");

        Assert.Equal("75 % | 41 bis 93 % | 6 richtig, 2 falsch", page.Row("t-erster", Blind));
        Assert.Equal("90 % | 60 bis 98 % | 9 richtig, 1 falsch", page.Row("t-erster", Seen));
        Assert.Equal("zu wenige Fälle", page.Row("t-erster", "Thema, Stichprobe ohne Sicht auf den Vorschlag"));
        Assert.Equal("89 % | 57 bis 98 % | 8 richtig, 1 falsch", page.Row("t-erster", "Thema, mit Sicht auf den Vorschlag"));
        Assert.Equal("60 % | 23 bis 88 % | 3 richtig, 2 falsch", page.Row("t-enthalten", "Unsicher: erstgenanntes Amt"));
        Assert.Equal(["Bauamt und Stadtplanung | Umwelt und Klimaschutz | 2 | 18", "Bauamt und Stadtplanung | Tiefbau und Verkehr | 1 | 18"], page.Rows("t-verwechselt"));
        Assert.Equal("60 % | 23 bis 88 % | 3 richtig, 2 falsch", page.Row("t-zuversicht", "Zuversicht 30 bis 40 %"));
        Assert.Equal("83 % | 61 bis 94 % | 15 richtig, 3 falsch", page.Row("t-zuversicht", "Zuversicht 80 bis 90 %"));
        Assert.Equal("zu wenige Fälle", page.Row("t-zuversicht", "Zuversicht 90 bis 100 %"));
        Assert.Equal(2, page.Document.QuerySelectorAll("svg .plot__point").Length);
    }

    [Fact]
    public async Task Period_and_office_choose_what_is_counted_and_groups_below_five_are_hidden()
    {
        await using var host = await ServiceHost.StartAsync();
        await host.RepeatAsync(4, Made.Blind("bauamt", "bauamt"));
        await host.RepeatAsync(1, Made.Blind("bauamt", "bauamt") with { DaysAgo = 20 });
        await host.RepeatAsync(5, Made.Blind("umweltamt", "umweltamt") with { DaysAgo = 50 });
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);

        async Task<string?> FigureAsync(string query) => (await supervisor.GetAsync($"/auswertung?{query}")).Row("t-erster", Blind);

        Assert.Equal("zu wenige Fälle", await FigureAsync("zeitraum=7"));
        Assert.EndsWith("5 richtig, 0 falsch", await FigureAsync("zeitraum=30"), StringComparison.Ordinal);
        Assert.EndsWith("10 richtig, 0 falsch", await FigureAsync("zeitraum=90"), StringComparison.Ordinal);
        Assert.EndsWith("5 richtig, 0 falsch", await FigureAsync("zeitraum=alle&amt=umweltamt"), StringComparison.Ordinal);
        Assert.Equal("zu wenige Fälle", await FigureAsync("zeitraum=alle&amt=kulturamt"));
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync("/auswertung/faelle?zeitraum=7&menge=blind-amt.ja")).Status);
        Assert.Contains("zu wenige Fälle", (await supervisor.GetAsync("/auswertung?zeitraum=7")).Document.GetElementById("h-verwechselt")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_leads_to_its_cases_and_no_address_holds_a_number_or_name()
    {
        await using var host = await ServiceHost.StartAsync();
        await host.RepeatAsync(5, Made.Blind("bauamt", "bauamt"));
        var wrong = await host.DecideAsync(Made.Blind("bauamt", "umweltamt"));
        await host.RepeatAsync(26, new Made("bauamt", "bauamt"));
        await host.AnsweredAsync("bauamt", 2);
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);

        var page = await supervisor.GetAsync("/auswertung");
        var links = page.Document.QuerySelectorAll("main a[href^='/auswertung/faelle']").Select(a => (a.GetAttribute("href")!, a.TextContent.Trim().Split(' ')[0])).ToList();
        var blind = await supervisor.GetAsync("/auswertung/faelle?zeitraum=30&menge=blind-amt.nein");
        var second = await supervisor.GetAsync("/auswertung/faelle?zeitraum=30&menge=sicht-amt.ja&seite=2");

        Assert.True(links.Count > 10);
        foreach (var (address, count) in links)
        {
            Assert.Contains($"{count} ", (await supervisor.GetAsync(address)).Document.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("MU-", address, StringComparison.Ordinal);
        }

        Assert.Equal([$"v{wrong}"], blind.Document.QuerySelectorAll(".case").Select(c => c.Id!));
        Assert.Single(second.Document.QuerySelectorAll(".case"));
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync("/auswertung/faelle?menge=erfunden")).Status);
    }

    [Fact]
    public async Task Routing_drafts_and_durations_equal_what_is_counted_by_hand()
    {
        await using var host = await ServiceHost.StartAsync();
        foreach (var days in new[] { 0.5, 1.5, 2.5, 4.5, 8.5 })
        {
            await host.AnsweredAsync("kulturamt", days);
        }

        await host.RepeatAsync(3, new Made("bauamt", "bauamt"));
        await host.RepeatAsync(2, new Made("bauamt", "bauamt") { Kind = DecisionKind.Edited });
        await host.DecideAsync(new Made("bauamt", "bauamt") { Kind = DecisionKind.Discarded }, new Made("bauamt", "bauamt") { Kind = DecisionKind.Written });
        await host.RepeatAsync(2, new Made("bauamt", "bauamt") { Kind = DecisionKind.Written });
        await host.SuggestAsync(await host.CaseAsync("Sicher", "friedhof"), "friedhof");
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);

        var page = await supervisor.GetAsync("/auswertung");

        Assert.Equal("38 % | 14 bis 69 % | 3 ja, 5 nein", page.Row("t-entwuerfe", "Entwurf unverändert gesendet"));
        Assert.EndsWith("2 ja, 6 nein", page.Row("t-entwuerfe", "Entwurf geändert und gesendet"), StringComparison.Ordinal);
        Assert.EndsWith("1 ja, 7 nein", page.Row("t-entwuerfe", "Entwurf verworfen"), StringComparison.Ordinal);
        Assert.EndsWith("2 ja, 6 nein", page.Row("t-entwuerfe", "Ohne Entwurf von Hand geschrieben"), StringComparison.Ordinal);
        Assert.EndsWith("1 ja, 13 nein", page.Row("t-zugeordnet", "Ohne „Zu klären“ einem Amt zugeordnet"), StringComparison.Ordinal);
        Assert.Equal(["2,5 Tage", "6,9 Tage", "5"], page.Document.QuerySelectorAll("dl.meta dd").Select(d => d.TextContent));
        Assert.EndsWith("4 ja, 1 nein", page.Row("t-frist", "Innerhalb der Frist"), StringComparison.Ordinal);
        Assert.Equal("unter 5", page.Row("t-dauer", "2 bis 3 Tage"));
    }
}
