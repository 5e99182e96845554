using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases;

public sealed class CaseAccessTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    public static TheoryData<string, string> RoutesOfACase => new()
    {
        { "GET", "" },
        { "GET", "/pruefen/1" },
        { "GET", "/brief" },
        { "GET", "/telefonat" },
        { "GET", "/original/1" },
        { "GET", "/anlage/1" },
        { "POST", "/anwesend" },
        { "GET", "/entwurf" },
        { "POST", "/speichern" },
        { "POST", "/rueckfrage" },
        { "POST", "/baustein" },
        { "POST", "/pruefen" },
        { "POST", "/einfach" },
        { "POST", "/fassung-nehmen" },
        { "POST", "/fassung-zurueck" },
        { "POST", "/uebersetzen" },
        { "POST", "/ohne-uebersetzung" },
        { "POST", "/freigeben" },
        { "POST", "/zurueckholen" },
        { "POST", "/versandt" },
        { "POST", "/telefonat" },
        { "POST", "/abgeben" },
        { "POST", "/zustaendigkeit" },
        { "POST", "/art" },
        { "POST", "/wiedervorlage" },
        { "POST", "/notiz" },
        { "POST", "/schliessen" },
        { "POST", "/oeffnen" },
        { "POST", "/uebernehmen" },
        { "POST", "/zurueckgeben" },
        { "POST", "/entwurf-verwerfen" },
        { "GET", "/abspalten" },
        { "POST", "/abspalten" },
        { "POST", "/zusammenfuehren" },
    };

    [Theory]
    [MemberData(nameof(RoutesOfACase))]
    public async Task Fault_49_another_offices_case_does_not_exist_and_the_attempt_is_recorded(string method, string route)
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "standesamt");
        var id = await host.CaseAsync("Bauakte", "bauamt");

        var answer = await AskAsync(clerk, method, $"/vorgang/{id}{route}");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain("Bauakte", answer.Html, StringComparison.Ordinal);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Audit.CountAsync(a => a.Action == "access-denied" && a.SubjectId == id && a.ActorId == clerk.Id)));
    }

    [Theory]
    [InlineData(StaffRole.Editor)]
    [InlineData(StaffRole.Administrator)]
    public async Task Fault_49_who_does_not_work_on_cases_sees_none_of_their_routes(string role)
    {
        using var person = await host.SignInAsync(role);
        var id = await host.CaseAsync("Bauakte", null);

        foreach (var (method, route) in RoutesOfACase.Select(r => r.Data))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(person, method, $"/vorgang/{id}{route}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync("/posteingang")).Status);
    }

    [Fact]
    public async Task Fault_49_a_stranger_is_asked_to_sign_in_on_every_route()
    {
        using var stranger = host.Visit();
        var id = await host.CaseAsync("Bauakte", null);

        foreach (var (method, route) in RoutesOfACase.Select(r => r.Data))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"/vorgang/{id}{route}", UriKind.Relative));
            using var response = await stranger.Http.SendAsync(request);
            Assert.StartsWith("/anmelden", new Uri(host.Address, response.Headers.Location!).PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_without_its_fields_is_answered_and_never_a_fault_of_the_service()
    {
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);

        foreach (var (_, route) in RoutesOfACase.Select(r => r.Data).Where(r => r.Item1 == "POST"))
        {
            var id = await host.CaseAsync("Leeres Formular", "bauamt");
            var answer = await supervisor.PostAsync(await supervisor.GetAsync("/konto"), $"/vorgang/{id}{route}");
            Assert.True((int)answer.Status < 500, $"{route} answered {answer.Status}.");
        }

        Assert.Equal(HttpStatusCode.OK, (await supervisor.PostAsync(await supervisor.GetAsync("/konto"), "/suche")).Status);
    }

    [Fact]
    public void Every_route_of_a_case_stands_in_the_matrix()
    {
        const string prefix = "/vorgang/{id:long}";
        var routes = host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith(prefix, StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText![prefix.Length..]}"))
            .Select(r => System.Text.RegularExpressions.Regex.Replace(r, @"\{\w+:\w+\}", "1", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).TrimEnd('/'));
        var tested = RoutesOfACase.Select(r => $"{r.Data.Item1} {r.Data.Item2}").ToHashSet();

        Assert.Equal([], routes.Where(r => !tested.Contains(r)));
    }

    [Fact]
    public async Task Unclear_cases_and_the_own_offices_are_seen_and_supervisors_see_all()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "standesamt");
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var (own, unclear, other) = (await host.CaseAsync("Trauung", "standesamt"), await host.CaseAsync("Unklar", null), await host.CaseAsync("Bau", "bauamt"));

        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/vorgang/{own}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/vorgang/{unclear}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync($"/vorgang/{other}")).Status);
    }

    [Fact]
    public async Task Only_supervisors_pause_suggestions()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "standesamt");
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);

        var refused = await clerk.PostAsync(await clerk.GetAsync("/posteingang"), "/ki-vorschlaege", [new("Paused", "ja")]);
        var paused = await supervisor.FollowAsync(await supervisor.SubmitAsync(await supervisor.GetAsync("/posteingang"), "/ki-vorschlaege"));

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Contains("KI-Vorschläge sind angehalten.", paused.Html, StringComparison.Ordinal);
        await supervisor.SubmitAsync(paused, "/ki-vorschlaege");
    }

    private static async Task<Answer> AskAsync(Visitor who, string method, string address) => method == "GET"
        ? await who.GetAsync(address)
        : await who.PostAsync(await who.GetAsync("/konto"), address, [new("Text", "x"), new("Ziel", "bauamt"), new("Grund", "x")]);
}
