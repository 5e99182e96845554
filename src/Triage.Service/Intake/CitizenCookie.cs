using Triage.Service.Web;

namespace Triage.Service.Intake;

/// <summary>
/// Sealed cookies that carry a citizen from one page to the next: no case number and no code ever stands in an address.
/// They end with the browser's session, or sooner.
/// </summary>
internal static class CitizenCookie
{
    private const string Thanks = "triage-danke";
    private const string Status = "triage-stand";

    private static readonly TimeSpan ThanksLife = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan StatusLife = TimeSpan.FromMinutes(30);

    public static void Confirm(HttpContext http, Confirmation confirmation) => Set(http, Thanks, confirmation, "/danke", ThanksLife);

    /// <summary>What the last sent form led to; null after a quarter of an hour.</summary>
    public static Confirmation? Confirmed(HttpContext http) => Get<Confirmation>(http, Thanks, ThanksLife);

    /// <summary>From here on this browser sees the case, for half an hour.</summary>
    public static void Open(HttpContext http, long caseId) => Set(http, Status, caseId, "/", StatusLife);

    /// <summary>The case whose number and code this browser has shown; null otherwise.</summary>
    public static long? Opened(HttpContext http) => Get<long?>(http, Status, StatusLife);

    public static void Close(HttpContext http) => http.Response.Cookies.Delete(Status, new CookieOptions { Path = "/" });

    private static void Set<T>(HttpContext http, string name, T fact, string path, TimeSpan life) =>
        http.Response.Cookies.Append(name, http.RequestServices.GetRequiredService<Seal>().Close(name, fact), new CookieOptions
        {
            Path = path,
            MaxAge = life,
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
        });

    private static T? Get<T>(HttpContext http, string name, TimeSpan life) =>
        http.RequestServices.GetRequiredService<Seal>().Open<T>(name, http.Request.Cookies[name], life) is { } opened ? opened.Fact : default;
}
