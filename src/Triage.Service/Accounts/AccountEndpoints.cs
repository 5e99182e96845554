using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Accounts;

/// <summary>Sign-in, sign-out, the first administrator, and one's own account.</summary>
internal static class AccountEndpoints
{
    private const string Home = "/posteingang";

    public static void MapAccounts(this WebApplication app)
    {
        app.MapGet("/anmelden", (string? zu) => Page.Of<SignInPage>(new { ReturnTo = Local(zu) })).AllowAnonymous();
        app.MapPost("/anmelden", SignInAsync).AllowAnonymous().RequireRateLimiting(WebSetup.PublicForms).WithMetadata(new BusyPage(WaitAsync));
        app.MapPost("/abmelden", SignOutAsync);
        app.MapGet("/einrichten", ShowSetupAsync).AllowAnonymous();
        app.MapPost("/einrichten", SetUpAsync).AllowAnonymous().RequireRateLimiting(WebSetup.PublicForms);
        app.MapGet("/konto", (string? ok) => Page.Of<AccountPage>(new { Done = ok is not null }));
        app.MapPost("/konto/passwort", ChangePasswordAsync);
        app.MapPost("/konto/tasten", SetShortcutsAsync);
        app.MapSession();
        app.MapAdministration();
    }

    private static async Task<IResult> SignInAsync(
        [FromForm] SignInForm form, SignInManager<Staff> signIn, UserManager<Staff> users, Seal seal, HttpContext http)
    {
        var staff = await users.FindByNameAsync(form.UserName ?? "");
        if (staff is not { Kind: StaffKind.Human, DisabledAt: null })
        {
            // As long as with a real account, so that names cannot be guessed by the clock.
            users.PasswordHasher.VerifyHashedPassword(new Staff(), DecoyHash.Value, form.Password ?? "");
            return Refused(form);
        }

        var result = await signIn.PasswordSignInAsync(staff, form.Password ?? "", isPersistent: false, lockoutOnFailure: true);
        return !result.Succeeded ? Refused(form)
            : KeptForm.Open(seal, form.Kept) is { } kept && kept.StaffId == await users.GetUserIdAsync(staff) ? await GiveBackAsync(kept, staff, signIn, http)
            : Page.SeeOther(Local(form.ReturnTo));
    }

    // The page's form needs a token for who is signed in from now on.
    private static async Task<IResult> GiveBackAsync(KeptForm kept, Staff staff, SignInManager<Staff> signIn, HttpContext http)
    {
        http.User = await signIn.CreateUserPrincipalAsync(staff);
        return Page.Of<KeptFormPage>(new { Kept = kept });
    }

    private static async Task<IResult> SignOutAsync(SignInManager<Staff> signIn, UserManager<Staff> users, HttpContext http)
    {
        // The stamp changes, so that a copied cookie ends with the session (fault 50).
        if (await users.GetUserAsync(http.User) is { } staff)
        {
            await users.UpdateSecurityStampAsync(staff);
        }

        await signIn.SignOutAsync();
        return Page.SeeOther("/anmelden");
    }

    private static async Task<IResult> ShowSetupAsync(string? token, StaffDirectory directory, CancellationToken cancellation) =>
        token is not null && await directory.IsSetupTokenAsync(token, cancellation)
            ? Page.Of<SetupPage>(new { Token = token })
            : TypedResults.NotFound();

    private static async Task<IResult> SetUpAsync([FromForm] SetupForm form, StaffDirectory directory, CancellationToken cancellation)
    {
        var input = new StaffInput(form.UserName?.Trim() ?? "", form.DisplayName?.Trim() ?? "", [StaffRole.Administrator], []);
        IReadOnlyList<string> errors = input.DisplayName.Length == 0
            ? ["Bitte geben Sie Ihren Namen ein."]
            : await directory.CreateFirstAsync(form.Token ?? "", input, form.Password ?? "", cancellation);
        return errors.Count == 0
            ? Page.SeeOther("/anmelden?zu=/verwaltung")
            : Page.Of<SetupPage>(
                new { Token = form.Token ?? "", input.UserName, input.DisplayName, Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ChangePasswordAsync(
        [FromForm] PasswordForm form, UserManager<Staff> users, SignInManager<Staff> signIn, HttpContext http)
    {
        var staff = await users.GetUserAsync(http.User) ?? throw new InvalidOperationException("The signed-in account is gone.");
        var changed = await users.ChangePasswordAsync(staff, form.Current ?? "", form.Wanted ?? "");
        if (!changed.Succeeded)
        {
            var errors = changed.Errors.Select(e => e.Description).ToList();
            return Page.Of<AccountPage>(new { Errors = errors }, StatusCodes.Status422UnprocessableEntity);
        }

        await signIn.RefreshSignInAsync(staff);
        return Page.SeeOther("/konto?ok=1");
    }

    private static async Task<IResult> SetShortcutsAsync(
        [FromForm] ShortcutForm form, TriageDbContext db, CurrentStaff current, CancellationToken cancellation)
    {
        var who = await current.GetAsync(cancellation);
        var staff = await db.Users.FindAsync([who.Id], cancellation);
        staff!.Shortcuts = form.On == "ja";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther("/konto?ok=1");
    }

    // What a person typed before the session ended waits in this page, and nowhere else.
    private static Task<IResult> WaitAsync(HttpContext http, Busy busy) => Task.FromResult<IResult>(Page.Of<SignInPage>(
        new
        {
            ReturnTo = Local(busy.Fields["ReturnTo"]),
            UserName = busy.Fields["UserName"].ToString(),
            Busy = busy.SignIn,
            Kept = KeptForm.IsOwn(http.Request) && busy.Fields["Kept"] is { Count: > 0 } kept ? kept.ToString() : null,
        },
        StatusCodes.Status429TooManyRequests));

    private static IResult Refused(SignInForm form) => Page.Of<SignInPage>(
        new { ReturnTo = Local(form.ReturnTo), UserName = form.UserName ?? "", Failed = true, form.Kept }, StatusCodes.Status422UnprocessableEntity);

    // Only paths of this service: an address given in a link must not lead elsewhere after sign-in.
    private static string Local(string? path) =>
        path is { Length: > 1 } && path[0] == '/' && path[1] is not ('/' or '\\') && !path.Any(char.IsControl) ? path : Home;

    private static readonly Lazy<string> DecoyHash = new(() => new PasswordHasher<Staff>().HashPassword(new Staff(), Guid.NewGuid().ToString()));
}

// A field that a form leaves out is null: the binder demands every constructor parameter, but no property.
internal sealed record SignInForm
{
    public string? UserName { get; init; }

    public string? Password { get; init; }

    public string? ReturnTo { get; init; }

    /// <summary>A sealed <see cref="KeptForm"/>.</summary>
    public string? Kept { get; init; }
}

internal sealed record SetupForm
{
    public string? Token { get; init; }

    public string? UserName { get; init; }

    public string? DisplayName { get; init; }

    public string? Password { get; init; }
}

internal sealed record PasswordForm
{
    public string? Current { get; init; }

    public string? Wanted { get; init; }
}

internal sealed record ShortcutForm
{
    public string? On { get; init; }
}
