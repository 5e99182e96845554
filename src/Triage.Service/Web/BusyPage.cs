using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Triage.Service.Web;

/// <summary>On a route with a rate limit: its page with what was typed, and with this word on top, for who has to wait.</summary>
internal sealed record BusyPage(Func<HttpContext, FormError, Task<IResult>> Show)
{
    private const int LongestWait = 60;

    /// <summary>Refuses a request over the limit: with its own page where the route has one, with the general one otherwise.</summary>
    public static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken cancellation)
    {
        var http = refused.HttpContext;
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Clamp((int)Math.Ceiling(after.TotalSeconds), 1, LongestWait) : LongestWait;
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        if (http.GetEndpoint()?.Metadata.GetMetadata<BusyPage>() is { } page)
        {
            var word = new FormError("", $"Von Ihrem Anschluss kamen gerade sehr viele Nachrichten. Ihr Text ist noch da. Bitte warten Sie {wait} Sekunden und senden Sie ihn dann noch einmal ab.");
            await (await page.Show(http, word)).ExecuteAsync(http);
        }
    }
}
