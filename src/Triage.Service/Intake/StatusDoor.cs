using Triage.Service.Web;

namespace Triage.Service.Intake;

/// <summary>A case that its citizen may see.</summary>
internal sealed record OpenedCase(long Id, StatusView View);

/// <summary>Finds the case that a citizen's form is for.</summary>
internal sealed class StatusDoor(StatusDesk desk, StatusViews views)
{
    public const string Number = "aktenzeichen";
    public const string Code = "code";

    public static readonly FormError Unknown =
        new(Number, "Aktenzeichen und Statuscode passen nicht zusammen. Beides steht auf der Bestätigung, die Sie bekommen haben.");

    /// <summary>The form asked for the code, because the half hour was over.</summary>
    public static bool HasCode(IFormCollection form) => form.ContainsKey(Code);

    /// <summary>The case that this browser has opened; null when it has none, or the half hour is over.</summary>
    public async Task<OpenedCase?> SeenAsync(HttpContext http, CancellationToken cancellation) =>
        await ViewAsync(CitizenCookie.Opened(http), cancellation);

    /// <summary>
    /// The case of the number and code in the form, which is open to this browser from here on; without a code the one
    /// that it has opened. Null: number and code have to be given (again).
    /// </summary>
    public async Task<OpenedCase?> OpenAsync(HttpContext http, IFormCollection form, CancellationToken cancellation)
    {
        if (!HasCode(form))
        {
            return await SeenAsync(http, cancellation);
        }

        var opened = await ViewAsync(await desk.FindAsync(form[Number].ToString(), form[Code].ToString(), cancellation), cancellation);
        if (opened is not null)
        {
            CitizenCookie.Open(http, opened.Id);
        }

        return opened;
    }

    private async Task<OpenedCase?> ViewAsync(long? caseId, CancellationToken cancellation) =>
        caseId is { } id && await views.OfAsync(id, cancellation) is { } view ? new OpenedCase(id, view) : null;
}
