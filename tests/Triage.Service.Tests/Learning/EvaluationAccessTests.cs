using System.Net;
using Triage.Service.Accounts;
using Triage.Service.Learning;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Learning;

public sealed class EvaluationAccessTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Theory]
    [InlineData(StaffRole.Clerk)]
    [InlineData(StaffRole.Editor)]
    [InlineData(StaffRole.Administrator)]
    public async Task The_figures_exist_for_supervisors_alone(string role)
    {
        using var other = await host.SignInAsync(role, "bauamt");

        foreach (var address in new[] { "/auswertung", "/auswertung/faelle?menge=blind-amt.ja", "/auswertung/entscheidungen.csv" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        }

        Assert.Empty((await other.GetAsync("/konto")).Document.QuerySelectorAll("a[href='/auswertung']"));
    }

    [Fact]
    public async Task A_suggestion_that_a_clerk_corrects_stands_in_the_confusion_table_at_once()
    {
        await host.RepeatAsync(5, new Made("friedhof", "friedhof"));
        var id = await host.CaseAsync("Baum am Grab", "friedhof");
        await host.SuggestAsync(id, "friedhof");
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "friedhof");
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);

        var before = (await supervisor.GetAsync("/auswertung")).Rows("t-verwechselt");
        await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/abgeben", [new("Ziel", "betriebshof"), new("Grund", "Der Baum gehört dem Betriebshof.")]);
        var after = await supervisor.GetAsync("/auswertung");

        const string Row = "Friedhofsverwaltung | Betriebshof und Grünflächen | 1 | 6";
        Assert.DoesNotContain(Row, before);
        Assert.Contains(Row, after.Rows("t-verwechselt"));
        var link = after.Document.QuerySelectorAll("table:has(#t-verwechselt) a").Single(a => a.GetAttribute("href")!.EndsWith("verwechselt.friedhof.betriebshof", StringComparison.Ordinal));
        Assert.NotNull((await supervisor.GetAsync(link.GetAttribute("href")!)).Document.GetElementById($"v{id}"));
    }

    [Fact]
    public async Task The_file_holds_decisions_without_names_texts_and_case_numbers()
    {
        await host.RepeatAsync(4, new Made("standesamt", "standesamt") { SuggestedTopic = "heirat", Topic = "heirat", Confidence = 0.875 });
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        const string Address = "/auswertung/entscheidungen.csv?amt=standesamt";

        var few = await supervisor.Http.GetStringAsync(new Uri(Address, UriKind.Relative));
        await host.DecideAsync(
            new Made("ordnungsamt", "standesamt") { Kind = DecisionKind.Rerouted },
            new Made("ordnungsamt", "standesamt") { Kind = DecisionKind.Split, Also = new("friedhof", "grab", "gruenpflege") });
        using var answer = await supervisor.Http.GetAsync(new Uri(Address, UriKind.Relative));
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Single(few.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(7, lines.Length);
        Assert.All(lines, l => Assert.Equal(14, l.Split(';').Length));
        Assert.Matches("^1;[0-9-]{10};Entwurf unverändert gesendet;ja;nein;standesamt;heirat;0,875;standesamt;heirat;nein;;;$", lines[1]);
        Assert.Matches("^5;[0-9-]{10};abgegeben;ja;nein;ordnungsamt;;0,850;standesamt;;nein;;;$", lines[5]);
        Assert.Matches("^5;[0-9-]{10};weiteres Anliegen abgespalten;ja;nein;ordnungsamt;;0,850;standesamt;;nein;gruenpflege;friedhof;grab$", lines[6]);
        Assert.DoesNotContain(lines, l => l.Contains("MU-", StringComparison.Ordinal) || l.Contains("Erika", StringComparison.Ordinal) || l.Contains("Frühere", StringComparison.Ordinal));
    }
}
