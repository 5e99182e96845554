using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases;

public sealed class InboxTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task An_urgent_case_stands_first_then_the_one_that_is_due_first()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "friedhof");
        var late = await host.CaseAsync("Später fällig", "friedhof", dueInDays: 9);
        var soon = await host.CaseAsync("Bald fällig", "friedhof", dueInDays: 2);
        var urgent = await host.CaseAsync("Eilig", "friedhof", dueInDays: 3, urgent: true);

        var page = await clerk.GetAsync("/posteingang?liste=frei&amt=friedhof");

        Assert.Equal([urgent, soon, late], Ids(page));
    }

    [Fact]
    public async Task Each_list_shows_its_cases_and_the_number_of_them()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "standesamt");
        var mine = await host.CaseAsync("Meiner", "standesamt", change: c => c.Assign(clerk.Id));
        var free = await host.CaseAsync("Frei", "standesamt");
        var due = await host.CaseAsync("Fällig", "standesamt", dueInDays: 0, change: c => c.Assign(clerk.Id));
        var waiting = await host.CaseAsync("Wartet", "standesamt", change: c => c.WaitUntil(DateTimeOffset.UnixEpoch.AddYears(80)));
        var done = await host.CaseAsync("Fertig", "standesamt", change: c => c.Close(CloseReason.ByPhone, DateTimeOffset.UnixEpoch));

        Assert.Equal([due, mine], Ids(await clerk.GetAsync("/posteingang?liste=meine")));
        Assert.Equal([free], Ids(await clerk.GetAsync("/posteingang?liste=frei&amt=standesamt")));
        Assert.Contains(due, Ids(await clerk.GetAsync("/posteingang?liste=faellig")));
        Assert.Equal([waiting], Ids(await clerk.GetAsync("/posteingang?liste=wartet")));
        Assert.Equal([done], Ids(await clerk.GetAsync("/posteingang?liste=erledigt")));
        var counts = await clerk.Http.GetStringAsync(new Uri("/posteingang/zahlen", UriKind.Relative));
        Assert.Contains("\"meine\":2", counts, StringComparison.Ordinal);
        Assert.Contains("\"wartet\":1", counts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_says_so_and_names_the_next_resumption()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "kulturamt");
        await host.CaseAsync("Wartet", "kulturamt", change: c => c.WaitUntil(new DateTimeOffset(2050, 3, 1, 8, 0, 0, TimeSpan.Zero)));

        var page = await clerk.GetAsync("/posteingang?liste=meine");

        Assert.Contains("Alles erledigt. Nächste Wiedervorlage: Di, 01.03.2050.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_offices_cases_are_in_no_list_and_no_search()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "umweltamt");
        await host.CaseAsync("Geheimnis der Bauakte", "bauamt");

        var search = await clerk.SubmitAsync(await clerk.GetAsync("/posteingang"), "/suche", [new("Q", "Geheimnis")]);

        Assert.DoesNotContain("Geheimnis der Bauakte", (await clerk.GetAsync("/posteingang")).Html, StringComparison.Ordinal);
        Assert.Contains("Kein Vorgang gefunden.", search.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ÜBERFLUTUNG")]
    [InlineData("überflutung")]
    [InlineData("karla@example.org")]
    [InlineData("Karla Suchmann")]
    [InlineData("keller wasserschaden")]
    public async Task A_case_is_found_by_sender_and_words(string query)
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "tiefbauamt");
        var id = await host.ReceiveAsync(Some.Mail("Überflutung", "Der Keller hat einen Wasserschaden.", "Karla Suchmann <karla@example.org>"));
        await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Department, "tiefbauamt")));

        var found = await clerk.SubmitAsync(await clerk.GetAsync("/posteingang"), "/suche", [new("Q", query)]);

        Assert.Contains(id, Ids(found));
    }

    [Fact]
    public async Task What_is_searched_for_stands_in_no_address()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "bauamt");

        var found = await clerk.SubmitAsync(await clerk.GetAsync("/posteingang"), "/suche", [new("Q", "Nachbar Meier")]);

        Assert.Equal((HttpStatusCode.OK, "/suche"), (found.Status, found.Address.PathAndQuery));
    }

    [Fact]
    public async Task Long_lists_come_in_pages()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "personalamt");
        for (var i = 0; i < Inbox.PageSize + 1; i++)
        {
            await host.CaseAsync($"Bewerbung {i}", "personalamt", dueInDays: 20 + i);
        }

        var first = await clerk.GetAsync("/posteingang?liste=frei&amt=personalamt");
        var second = await clerk.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((Inbox.PageSize, 1), (Ids(first).Count, Ids(second).Count));
        Assert.Contains($"Bewerbung {Inbox.PageSize}", second.Text, StringComparison.Ordinal);
    }

    private static List<long> Ids(Answer page) =>
        [.. page.Document.QuerySelectorAll(".case").Select(c => long.Parse(c.Id![1..], System.Globalization.CultureInfo.InvariantCulture))];
}
