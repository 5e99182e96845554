using Microsoft.AspNetCore.Http.HttpResults;
using Triage.Service.Web;

namespace Triage.Service.Intake;

/// <summary>The page on which citizens say whether the answer helped.</summary>
internal static class FeedbackEndpoints
{
    // Said only to who gave number and code again: they may have given those of another case.
    private static readonly FormError NotAsked =
        new(StatusDoor.Number, "Zu diesem Anliegen gibt es noch keine Antwort, oder Sie haben uns Ihre Rückmeldung schon gesendet.");

    public static async Task<IResult> ShowAsync(HttpContext http, StatusViews views, CancellationToken cancellation) =>
        CitizenCookie.Opened(http) is { } id && await views.OfAsync(id, cancellation) is { AsksForFeedback: true } view
            ? Form(view, new LateFeedback(view.Number, "", ""), [])
            : Page.SeeOther("/stand");

    public static async Task<IResult> TellAsync(HttpContext http, StatusDesk desk, StatusDoor door, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var late = Typed(form);
        if (await door.OpenAsync(http, form, cancellation) is not { } opened)
        {
            return late.Ask(form);
        }

        if (StatusDoor.HasCode(form) && !opened.View.AsksForFeedback)
        {
            return late.Ask([NotAsked]);
        }

        IReadOnlyList<FormError> errors = [.. FeedbackErrors(late.Verdict, late.Text)];
        if (errors.Count > 0)
        {
            return Form(opened.View, late, errors, StatusCodes.Status422UnprocessableEntity);
        }

        await desk.TellAsync(opened.Id, Enum.Parse<FeedbackVerdict>(late.Verdict), late.Text, cancellation);
        return Page.SeeOther("/stand?rueckmeldung=1");
    }

    /// <summary>The page with what was chosen and typed, for who has to wait.</summary>
    public static async Task<IResult> WaitAsync(HttpContext http, Busy busy)
    {
        var (door, late) = (http.RequestServices.GetRequiredService<StatusDoor>(), Typed(busy.Fields));
        return !StatusDoor.HasCode(busy.Fields) && await door.SeenAsync(http, http.RequestAborted) is { } seen
            ? Form(seen.View, late, [busy.TextIsThere], StatusCodes.Status429TooManyRequests)
            : late.Ask([busy.TextIsThere], StatusCodes.Status429TooManyRequests);
    }

    private static RazorComponentResult<FeedbackPage> Form(StatusView view, LateFeedback typed, IReadOnlyList<FormError> errors, int status = StatusCodes.Status200OK) =>
        Page.Of<FeedbackPage>(new { view.Number, typed.Verdict, typed.Text, Errors = errors }, status);

    private static LateFeedback Typed(IFormCollection form) =>
        new(form[StatusDoor.Number].ToString(), form["text"].ToString().ReplaceLineEndings("\n").Trim(), form["urteil"].ToString());

    private static IEnumerable<FormError> FeedbackErrors(string verdict, string text)
    {
        if (!Enum.GetNames<FeedbackVerdict>().Contains(verdict))
        {
            yield return new("urteil-Solved", "Wählen Sie aus, ob Ihnen die Antwort geholfen hat.");
        }

        if (text.Length > Feedback.MaxLength)
        {
            yield return new("text", $"Ihr Text ist zu lang. Möglich sind {Feedback.MaxLength} Zeichen.");
        }
    }
}
