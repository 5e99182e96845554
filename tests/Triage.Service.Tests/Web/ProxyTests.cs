using System.Net;
using Triage.Service.Tests.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Web;

/// <summary>Addresses that a reverse proxy passes on.</summary>
public sealed class ProxyTests
{
    [Theory]
    // Each visitor has a limit of their own when the proxy is known.
    [InlineData("127.0.0.1", "203.0.113.1", "203.0.113.2", HttpStatusCode.UnprocessableEntity)]
    [InlineData("127.0.0.0/8", "203.0.113.1", "203.0.113.2", HttpStatusCode.UnprocessableEntity)]
    [InlineData("127.0.0.1", "203.0.113.1", "203.0.113.1", HttpStatusCode.TooManyRequests)]
    // What a visitor writes before the proxy's own entry is not believed.
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.1", "198.51.100.2, 203.0.113.1", HttpStatusCode.TooManyRequests)]
    // Of a chain of proxies each must be known.
    [InlineData("127.0.0.1,10.0.0.7", "203.0.113.1, 10.0.0.7", "203.0.113.2, 10.0.0.7", HttpStatusCode.UnprocessableEntity)]
    // Nobody is believed who is not known, and by default nobody is.
    [InlineData("10.0.0.7", "203.0.113.1", "203.0.113.2", HttpStatusCode.TooManyRequests)]
    [InlineData("", "203.0.113.1", "203.0.113.2", HttpStatusCode.TooManyRequests)]
    public async Task The_limit_of_forms_counts_the_address_that_a_known_proxy_passes_on(string known, string first, string second, HttpStatusCode expected)
    {
        await using var host = await StartAsync(known);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AskAsync(host, first));
        Assert.Equal(expected, await AskAsync(host, second));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("", false)]
    public async Task Cookies_are_for_https_alone_when_a_known_proxy_speaks_https(string known, bool secure)
    {
        await using var host = await StartAsync(known);
        using var citizen = host.Visit();
        citizen.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var sent = await citizen.WriteAsync();

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var cookie = sent.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("triage-danke=", StringComparison.Ordinal));
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_known_proxy_that_is_no_address_stops_the_start_with_its_name() =>
        Assert.Contains("'proxy.example'", (await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("proxy.example"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.7, 127.0.0.0/8")]
    public async Task All_known_proxies_can_stand_in_one_value(string known)
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Intake:FormsPerMinute"] = "1", ["Proxy:Known"] = known });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AskAsync(host, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AskAsync(host, "203.0.113.2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(host, "203.0.113.2"));
    }

    private static Task<ServiceHost> StartAsync(string known)
    {
        var settings = new Dictionary<string, string> { ["Intake:FormMinSeconds"] = "0", ["Intake:FormsPerMinute"] = "1" };
        foreach (var (entry, i) in known.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((e, i) => (e, i)))
        {
            settings[$"Proxy:Known:{i}"] = entry;
        }

        return ServiceHost.StartAsync(settings);
    }

    private static async Task<HttpStatusCode> AskAsync(ServiceHost host, string forwardedFor)
    {
        using var visitor = host.Visit();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        return (await visitor.LookUpAsync("MU-2026-000001", "falsch")).Status;
    }
}
