using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Web;

public sealed class SafetyTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task Fault_48_every_route_answers_with_a_strict_policy()
    {
        using var visitor = await host.SignInAsync(StaffRole.Supervisor);
        var addresses = Routes("GET").Append("/gibt-es-nicht").Append("/assets/app.css").ToList();
        Assert.True(addresses.Count > 8, "The routes were not found.");
        foreach (var address in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var answer = await visitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : $"{address} has no {name}";

            Assert.StartsWith("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("DENY", Header("X-Frame-Options"));
            Assert.Equal("same-origin", Header("Referrer-Policy"));
            Assert.True(address.StartsWith("/assets", StringComparison.Ordinal) || answer.Headers.CacheControl!.NoStore, $"{address} may be stored.");
        }
    }

    [Fact]
    public async Task Fault_48_a_POST_from_another_site_is_refused_on_every_route()
    {
        var refused = 0;
        foreach (var role in StaffRole.All)
        {
            using var person = await host.SignInAsync(role);
            foreach (var address in Routes("POST"))
            {
                using var fields = new FormUrlEncodedContent([KeyValuePair.Create("anliegen", "x"), KeyValuePair.Create("__RequestVerificationToken", "geraten")]);
                using var answer = await person.Http.PostAsync(new Uri(address, UriKind.Relative), fields);

                // 404: not for this role. 429: the limit of public forms came first.
                Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.TooManyRequests, $"{role} {address}: {answer.StatusCode}");
                refused += answer.StatusCode == HttpStatusCode.BadRequest ? 1 : 0;
            }
        }

        Assert.True(refused >= Routes("POST").Count, "Hardly any route was reached.");
    }

    [Fact]
    public void Fault_48_no_route_changes_anything_by_another_method_than_POST() =>
        Assert.DoesNotContain(Endpoints().SelectMany(Methods), m => m is not ("GET" or "HEAD" or "POST"));

    private List<string> Routes(string method) =>
        [.. Endpoints().Where(e => Methods(e).Contains(method)).Select(Address).Distinct().Order(StringComparer.Ordinal)];

    private IEnumerable<RouteEndpoint> Endpoints() => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static IEnumerable<string> Methods(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private static string Address(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(s => string.Concat(s.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "1"))));
}
