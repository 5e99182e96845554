using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Triage.Service.Web;

namespace Triage.Service.Accounts;

/// <summary>A form that was sent after its session had ended, as it was filled in; its files are gone.</summary>
public sealed record KeptForm(string StaffId, string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const string Purpose = "kept-form";

    /// <summary>Longer forms are not kept, in characters. An answer has 50,000 at most. Sealed, each takes up to eight bytes, and a form's field has four million.</summary>
    private const int Longest = 400_000;

    /// <summary>Signing in again may take so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    /// <summary>The longest text in it, to show that it is still there; null when nothing was typed.</summary>
    [JsonIgnore]
    public string? Typed => Fields.Select(f => f.Value).Where(v => v.Contains(' ', StringComparison.Ordinal)).MaxBy(v => v.Length);

    /// <summary>Asks to sign in. A form that a person sent from a page of this service goes along, sealed, through the sign-in page.</summary>
    internal static async Task AskAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!IsPersons(context.Request) || StaffOf(context) is not { } staff)
        {
            SignIn(context);
            return;
        }

        var form = await TypedForm.ReadAsync(context.Request, context.HttpContext.RequestAborted);
        var fields = form.Fields.Where(f => IsKept(f.Key)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")));
        var kept = new KeptForm(staff, context.Request.Path, [.. fields]);
        if (form.IsWhole && kept.Typed is null)
        {
            SignIn(context);
            return;
        }

        var seal = context.HttpContext.RequestServices.GetRequiredService<Seal>();
        var tooLong = !form.IsWhole || kept.Fields.Sum(f => f.Key.Length + f.Value.Length) > Longest;
        await Page.Of<SignInPage>(new { ReturnTo = PageOf(context), Kept = tooLong ? null : seal.Close(Purpose, kept), TooLong = tooLong, Text = tooLong ? kept.Typed : null }, StatusCodes.Status401Unauthorized).ExecuteAsync(context.HttpContext);
    }

    internal static KeptForm? Open(Seal seal, string? text) => seal.Open<KeptForm>(Purpose, text, Patience)?.Fact;

    // Where a form was sent to is no page to come back to.
    private static void SignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(HttpMethods.IsPost(context.Request.Method) ? $"/anmelden?zu={Uri.EscapeDataString(PageOf(context))}" : context.RedirectUri);
    }

    private static string PageOf(RedirectContext<CookieAuthenticationOptions> context) =>
        context.Request.Path.Value!.Split('/') is ["", "vorgang", var id, _, ..] ? $"/vorgang/{id}" : "/posteingang";

    // Whose session it was: the ended cookie still says so, and nobody else gets the form back.
    private static string? StaffOf(RedirectContext<CookieAuthenticationOptions> context) =>
        context.Options.CookieManager.GetRequestCookie(context.HttpContext, context.Options.Cookie.Name!) is { } cookie
            ? context.Options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    // What cannot be taken back is decided in sight of it, and a password is never shown.
    private static bool IsKept(PathString path) =>
        !new[] { "/abmelden", "/anmelden", "/konto/passwort", "/freigeben", "/ausfuehren" }.Any(end => path.Value!.TrimEnd('/').EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static bool IsKept(string field) =>
        field != "__RequestVerificationToken" && !field.Contains("password", StringComparison.OrdinalIgnoreCase);

    // Another site must not prepare what somebody then confirms here; a module asks for no page; and who signed out is out.
    private static bool IsPersons(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && IsKept(request.Path) && request.HasFormContentType
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && IsOwn(request);

    /// <summary>Whether a page of this service sent the form. Behind a proxy that is not known the page was on https, and the request says http.</summary>
    internal static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin && (origin == $"{request.Scheme}://{request.Host}" || origin == $"https://{request.Host}");
}
