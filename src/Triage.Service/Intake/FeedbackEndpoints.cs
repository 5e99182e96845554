using Triage.Service.Web;

namespace Triage.Service.Intake;

/// <summary>The page on which citizens say whether the answer helped.</summary>
internal static class FeedbackEndpoints
{
    public static async Task<IResult> ShowAsync(HttpContext http, StatusViews views, CancellationToken cancellation) =>
        CitizenCookie.Opened(http) is { } id && await views.OfAsync(id, cancellation) is { AsksForFeedback: true } view
            ? Page.Of<FeedbackPage>(new { view.Number, Verdict = "", Text = "", Errors = Array.Empty<FormError>() })
            : Page.SeeOther("/stand");

    public static async Task<IResult> TellAsync(HttpContext http, StatusDesk desk, StatusViews views, CancellationToken cancellation)
    {
        if (CitizenCookie.Opened(http) is not { } id || await views.OfAsync(id, cancellation) is not { } view)
        {
            return Page.SeeOther("/stand");
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var (verdict, text) = (form["urteil"].ToString(), form["text"].ToString().ReplaceLineEndings("\n").Trim());
        IReadOnlyList<FormError> errors = [.. FeedbackErrors(verdict, text)];
        if (errors.Count > 0)
        {
            return Page.Of<FeedbackPage>(new { view.Number, Verdict = verdict, Text = text, Errors = errors }, StatusCodes.Status422UnprocessableEntity);
        }

        await desk.TellAsync(id, Enum.Parse<FeedbackVerdict>(verdict), text, cancellation);
        return Page.SeeOther("/stand?rueckmeldung=1");
    }

    /// <summary>The page with what was chosen and typed, for who has to wait.</summary>
    public static async Task<IResult> WaitAsync(HttpContext http, Busy busy)
    {
        var views = http.RequestServices.GetRequiredService<StatusViews>();
        if (CitizenCookie.Opened(http) is not { } id || await views.OfAsync(id, http.RequestAborted) is not { } view)
        {
            return StatusEndpoints.Lookup("", [busy.TextIsGone], StatusCodes.Status429TooManyRequests);
        }

        return Page.Of<FeedbackPage>(
            new { view.Number, Verdict = busy.Fields["urteil"].ToString(), Text = busy.Fields["text"].ToString(), Errors = new[] { busy.TextIsThere } }, StatusCodes.Status429TooManyRequests);
    }

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
