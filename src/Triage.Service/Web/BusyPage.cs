using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Triage.Service.Web;

/// <summary>On a route with a rate limit: its page with what was typed, for who has to wait.</summary>
internal sealed record BusyPage(Func<HttpContext, Busy, Task<IResult>> Show)
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
            var typed = await TypedForm.ReadAsync(http.Request, cancellation);
            await (await page.Show(http, new Busy(wait, typed))).ExecuteAsync(http);
        }
    }
}

/// <summary>A form that came over the limit of its sender's address.</summary>
/// <param name="Seconds">How long to wait.</param>
/// <param name="Typed">What was typed.</param>
internal sealed record Busy(int Seconds, TypedForm Typed)
{
    public IFormCollection Fields => Typed.Fields;

    /// <summary>For the page that shows the text again.</summary>
    public FormError TextIsThere => Word(Typed.IsWhole
        ? $"Ihr Text ist noch da. Bitte warten Sie {Wait} und senden Sie ihn dann noch einmal ab."
        : $"Ein Teil Ihrer Eingaben kam nicht an: Es war zu viel, oder die Verbindung brach ab. Bitte prüfen Sie, was noch da ist. Warten Sie {Wait} und senden Sie dann noch einmal ab.");

    /// <summary>For signing in.</summary>
    public FormError SignIn => Word($"Bitte warten Sie {Wait} und melden Sie sich dann noch einmal an.");

    private string Wait => Seconds == 1 ? "eine Sekunde" : $"{Seconds} Sekunden";

    private static FormError Word(string text) => new("", $"Von Ihrem Anschluss kamen gerade sehr viele Anfragen. {text}") { Title = "Bitte warten Sie einen Moment" };
}
