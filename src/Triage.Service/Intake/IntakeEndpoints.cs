using Microsoft.AspNetCore.Http.HttpResults;
using Triage.Service.Web;

namespace Triage.Service.Intake;

/// <summary>The pages on which citizens write to the town.</summary>
internal static class IntakeEndpoints
{
    public static void MapIntake(this WebApplication app)
    {
        app.MapGet("/", (FormTickets tickets) => Form(new InquiryForm { Ticket = tickets.New() }, [])).AllowAnonymous();
        app.MapPost("/", SubmitAsync).AllowAnonymous().RequireRateLimiting(WebSetup.PublicForms).WithMetadata(new BusyPage(WaitAsync));
        app.MapGet("/danke", ShowThanks).AllowAnonymous();
        app.MapStatus();
        app.MapGet("/ki-und-ihre-rechte", () => Page.Of<AiRightsPage>()).AllowAnonymous();
        app.MapGet("/datenschutz", () => Page.Of<PrivacyPage>()).AllowAnonymous();
        app.MapGet("/barrierefreiheit", () => Page.Of<AccessibilityPage>()).AllowAnonymous();
    }

    private static async Task<IResult> SubmitAsync(HttpContext http, InquiryFormDesk desk, FormTickets tickets, CancellationToken cancellation)
    {
        var posted = await http.Request.ReadFormAsync(cancellation);
        var files = posted.Files.GetFiles("anhang");
        var (form, hadFiles) = (InquiryForm.From(posted), files.Any(f => f.Length > 0));
        var submission = await desk.SubmitAsync(form, files, cancellation);
        if (submission.Confirmation is { } confirmation)
        {
            CitizenCookie.Confirm(http, confirmation);
            return Page.SeeOther("/danke");
        }

        return submission.NotStored
            ? Form(form, [NotStored], hadFiles, StatusCodes.Status503ServiceUnavailable)
            : Form(form with { Ticket = tickets.Again(form.Ticket) }, submission.Errors, hadFiles, StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> WaitAsync(HttpContext http, Busy busy)
    {
        var form = InquiryForm.From(busy.Fields);
        var tickets = http.RequestServices.GetRequiredService<FormTickets>();
        return Task.FromResult<IResult>(Form(
            form with { Ticket = tickets.Again(form.Ticket) }, [busy.TextIsThere], busy.Typed.HadFiles, StatusCodes.Status429TooManyRequests));
    }

    private static IResult ShowThanks(HttpContext http) => CitizenCookie.Confirmed(http) is { } confirmation
        ? Page.Of<ThanksPage>(new { Confirmation = confirmation })
        : Page.SeeOther("/stand");

    /// <summary>Said when the disk is full or the database does not answer (fault 26).</summary>
    public static readonly FormError NotStored =
        new("", "Wir konnten Ihre Nachricht gerade nicht speichern. Sie ist nicht bei uns angekommen. Ihr Text ist noch da. Bitte senden Sie ihn in einigen Minuten noch einmal ab.") { Title = "Nicht gespeichert" };

    private static RazorComponentResult<InquiryFormPage> Form(InquiryForm form, IReadOnlyList<FormError> errors, bool hadFiles = false, int status = StatusCodes.Status200OK) =>
        Page.Of<InquiryFormPage>(new { Form = form, Errors = errors, LostFiles = hadFiles }, status);
}
