using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Triage.Service.Web;

namespace Triage.Service.Accounts;

/// <summary>A form that was sent after its session had ended, as it was filled in; its files are gone.</summary>
public sealed record KeptForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const string Purpose = "kept-form";

    /// <summary>Larger forms are not kept, in bytes. An answer has 50,000 characters at most.</summary>
    private const long Largest = 1024 * 1024;

    /// <summary>Signing in again may take so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    /// <summary>The longest text in it, to show that it is still there; null when nothing was typed.</summary>
    public string? Typed => Fields.Where(f => f.Value.Contains(' ', StringComparison.Ordinal)).MaxBy(f => f.Value.Length).Value;

    /// <summary>Asks to sign in. A form that a person sent from a page of this service goes along, sealed, through the sign-in page.</summary>
    internal static async Task AskAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!IsPersons(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
            return;
        }

        var form = await context.Request.ReadFormAsync(context.HttpContext.RequestAborted);
        var fields = form.Where(f => f.Key != "__RequestVerificationToken").SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")));
        var kept = new KeptForm(context.Request.Path, [.. fields]);
        var seal = context.HttpContext.RequestServices.GetRequiredService<Seal>();
        await Page.Of<SignInPage>(new { Kept = seal.Close(Purpose, kept) }, StatusCodes.Status401Unauthorized).ExecuteAsync(context.HttpContext);
    }

    internal static KeptForm? Open(Seal seal, string? text) => seal.Open<KeptForm>(Purpose, text, Patience)?.Fact;

    // Another site must not prepare what somebody then confirms here; a module asks for no page; and who signed out is out.
    private static bool IsPersons(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path != "/abmelden" && request.HasFormContentType && request.ContentLength <= Largest
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}";
}
