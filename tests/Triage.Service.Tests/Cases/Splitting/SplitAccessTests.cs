using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases.Splitting;

public sealed class SplitAccessTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task Both_pages_show_the_other_case_to_whoever_may_read_it()
    {
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(supervisor, id);

        var (first, second) = (await supervisor.GetAsync($"/vorgang/{id}"), await supervisor.GetAsync($"/vorgang/{part}"));

        Assert.Matches($"Von hier abgespalten: {(await host.FindAsync(part)).Number} \\(Tiefbau und Verkehr\\): Straßenbeleuchtung und Ampeln. Stand: (offen|Entwurf liegt vor)", Linked(first));
        Assert.Matches($"Abgespalten von {(await host.FindAsync(id)).Number} \\(Steueramt und Stadtkasse\\): Geheime Hundesache. Stand: (offen|Entwurf liegt vor)", Linked(second));
        Assert.Contains(TwoConcerns.Lamp, Linked(first), StringComparison.Ordinal);
        Assert.Equal($"/vorgang/{id}", second.Document.QuerySelector("section[aria-labelledby=h-verbunden] li a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Fault_49_the_parts_office_learns_the_first_cases_number_and_office_and_nothing_else()
    {
        using var taxes = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var streets = await host.SignInAsync(StaffRole.Clerk, "tiefbauamt");
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(taxes, id);
        var message = (await host.SplitAsync(id)).PartMessageId;

        var page = await streets.GetAsync($"/vorgang/{part}");
        var original = await streets.GetAsync($"/vorgang/{part}/original/{message}");

        Assert.Equal($"Verbundene Vorgänge Abgespalten von {(await host.FindAsync(id)).Number} (Steueramt und Stadtkasse)", Linked(page).Split("Wieder", 2)[0]);
        Assert.Contains(TwoConcerns.Lamp, page.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { "Geheime Hundesache", TwoConcerns.Dog, "meinen Hund", $"/vorgang/{id}\"", $"original/{message}" })
        {
            Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, original.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await streets.GetAsync($"/vorgang/{id}")).Status);
        Assert.Equal(2, await host.InDatabaseAsync(db => db.Audit.CountAsync(a => a.Action == "access-denied" && a.SubjectId == id && a.ActorId == streets.Id)));
    }

    [Fact]
    public async Task Fault_49_the_first_office_learns_the_parts_number_and_office_and_who_split_it_may_read_it()
    {
        using var kim = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var alex = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(kim, id);
        await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == part).ExecuteUpdateAsync(c => c.SetProperty(x => x.Subject, "Inzwischen vertraulich")));

        var (ofKim, ofAlex) = (await kim.GetAsync($"/vorgang/{id}"), await alex.GetAsync($"/vorgang/{id}"));

        Assert.Contains("Inzwischen vertraulich", Linked(ofKim), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await kim.GetAsync($"/vorgang/{part}")).Status);
        Assert.Contains($"{(await host.FindAsync(part)).Number} (Tiefbau und Verkehr)", Linked(ofAlex), StringComparison.Ordinal);
        Assert.DoesNotContain("Inzwischen vertraulich", ofAlex.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Stand: ", Linked(ofAlex), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await alex.GetAsync($"/vorgang/{part}")).Status);
    }

    [Fact]
    public async Task The_original_can_be_had_from_the_part_by_whoever_may_read_the_whole()
    {
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(supervisor, id);

        var page = await supervisor.GetAsync($"/vorgang/{part}");
        var original = await supervisor.GetAsync($"/vorgang/{part}/original/{(await host.SplitAsync(id)).PartMessageId}");

        Assert.Contains($"Auszug. Die ganze Nachricht liegt beim Vorgang {(await host.FindAsync(id)).Number}", page.Text, StringComparison.Ordinal);
        Assert.Contains(TwoConcerns.Dog, original.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_49_a_part_of_a_part_still_hides_the_whole()
    {
        using var taxes = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var streets = await host.SignInAsync(StaffRole.Clerk, "tiefbauamt");
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(taxes, id);
        var page = await streets.SplitPageAsync(part, topic: null);
        await streets.SubmitAsync(page, $"/vorgang/{part}/abspalten", [new("Saetze", page.Box(TwoConcerns.Flickers)), new("Ziel", "tiefbauamt/verkehr")]);
        var second = await host.SplitAsync(part);

        var answer = await streets.GetAsync($"/vorgang/{second.PartId}/original/{second.PartMessageId}");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain("meinen Hund", (await streets.GetAsync($"/vorgang/{second.PartId}")).Html, StringComparison.Ordinal);
    }

    private static string Linked(Answer page) =>
        string.Join(' ', page.Document.QuerySelector("section[aria-labelledby=h-verbunden]")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
