using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Triage.Service.Accounts;

/// <summary>On a route that a page asks by itself: it does not keep the session alive, or one would never end.</summary>
internal sealed record AsksByItself;

/// <summary>How long a session lasts, for the word of warning before it ends (WCAG 2.2.1).</summary>
internal static class Session
{
    public static void MapSession(this WebApplication app)
    {
        app.MapGet("/sitzung", LeftAsync).WithMetadata(new AsksByItself());
        // Like any other request of a person it begins the session's time anew.
        app.MapPost("/sitzung", (IOptions<AccountOptions> options) => TypedResults.Json(new { seconds = options.Value.SessionMinutes * 60 }));
    }

    /// <summary>Looks at the account with each request, and begins the session's time anew when a person sent it.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        context.ShouldRenew &= !ByItself(context.HttpContext);
    }

    /// <inheritdoc cref="ValidateAsync"/>
    public static Task CheckSlidingAsync(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= !ByItself(context.HttpContext);
        return Task.CompletedTask;
    }

    private static async Task<IResult> LeftAsync(HttpContext http, TimeProvider time)
    {
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var left = session.Properties?.ExpiresUtc - time.GetUtcNow() ?? TimeSpan.Zero;
        return TypedResults.Json(new { seconds = (int)left.TotalSeconds });
    }

    private static bool ByItself(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<AsksByItself>() is not null;
}
