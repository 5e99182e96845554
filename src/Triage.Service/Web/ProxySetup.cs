using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Triage.Service.Web;

/// <summary>Section "Proxy".</summary>
internal sealed class ProxyOptions
{
    /// <summary>
    /// Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/24</c>) of the reverse proxies in front. What they say about the client's
    /// address and https is believed, and nobody else's word. Empty: there is none.
    /// </summary>
    public IReadOnlyList<string> Known { get; init; } = [];
}

internal static class ProxySetup
{
    /// <exception cref="InvalidOperationException">A known proxy is neither an address nor a network.</exception>
    public static WebApplicationBuilder AddProxy(this WebApplicationBuilder builder)
    {
        var known = Known(builder.Configuration);
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = known.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // As far back as every hop is known: a client's own header ends the walk.
            o.ForwardLimit = null;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
        });
        foreach (var entry in known)
        {
            builder.Services.Configure(Trust(entry));
        }

        return builder;
    }

    // One value is a list too: Proxy__Known=10.0.0.5,10.0.1.0/24.
    private static IReadOnlyList<string> Known(IConfiguration configuration) =>
        configuration["Proxy:Known"] is { Length: > 0 } list
            ? list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : configuration.GetSection("Proxy").Get<ProxyOptions>()?.Known ?? [];

    private static Action<ForwardedHeadersOptions> Trust(string entry) =>
        IPAddress.TryParse(entry, out var address) ? o => o.KnownProxies.Add(address)
        : System.Net.IPNetwork.TryParse(entry, out var network) ? o => o.KnownIPNetworks.Add(network)
        : throw new InvalidOperationException($"Proxy:Known holds '{entry}', which is neither an address such as 10.0.0.5 nor a network such as 10.0.0.0/24.");
}
