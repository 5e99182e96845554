using System.Globalization;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Web;

namespace Triage.Service.Approving;

/// <summary>Review, approval and recall of exactly one frozen mail.</summary>
internal static class ReviewEndpoints
{
    private static readonly string[] Reasons = ["facts", "unanswered", "tone"];

    public static void MapReview(this WebApplication app)
    {
        var group = app.MapGroup("/vorgang/{id:long}").RequireAuthorization(Policies.Cases);
        group.MapGet("/pruefen/{number:int}", ShowAsync);
        group.MapPost("/freigeben", ApproveAsync);
        group.MapPost("/zurueckholen", RecallAsync);
    }

    private static async Task<IResult> ShowAsync([AsParameters] CaseRequest request, int number, ReviewViews views)
    {
        if (await request.WorkOnAsync() is not { } subject)
        {
            return TypedResults.NotFound();
        }

        return await views.OfAsync(subject, number, request.Queue, request.Cancellation) is { } view
            ? Page.Of<ReviewPage>(new { View = view })
            : subject.IsDone ? request.SeeCase() : await StaleAsync(request, subject, number, views);
    }

    private static async Task<IResult> ApproveAsync([AsParameters] CaseRequest request, Approver approver, CriticalStatements critical, ReplyDesk desk, ReviewViews views)
    {
        if (await request.WorkOnAsync() is not { } subject)
        {
            return TypedResults.NotFound();
        }

        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        _ = int.TryParse(form["Nummer"], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var reasons = Reasons.Intersect(form["Grund"].OfType<string>()).ToList();
        var outcome = await approver.ApproveAsync(subject, number, form["Sha256"].ToString(), await request.WhoAsync(), request.Cancellation, reasons);
        request.Access.Forget();
        return outcome switch
        {
            ApproveOutcome.Approved => request.SeeCase("freigegeben"),
            ApproveOutcome.AwaitsSecondSignature => request.SeeCase("mitzeichnung"),
            ApproveOutcome.Already => request.SeeCase("schon-freigegeben"),
            ApproveOutcome.OpenStatements => await OpenAsync(request, critical, desk),
            _ => await StaleAsync(request, (await request.WorkOnAsync())!, number, views),
        };
    }

    private static async Task<IResult> RecallAsync([AsParameters] CaseRequest request, Recall recall)
    {
        if (await request.WorkOnAsync() is not { } subject)
        {
            return TypedResults.NotFound();
        }

        return request.SeeCase(await recall.RecallAsync(subject, await request.WhoAsync(), request.Cancellation) ? "zurueckgeholt" : "nicht-zurueckgeholt");
    }

    private static async Task<IResult> OpenAsync(CaseRequest request, CriticalStatements critical, ReplyDesk desk)
    {
        var subject = (await request.WorkOnAsync())!;
        var reply = await desk.CurrentAsync(subject.Id, request.Cancellation);
        var open = reply is null ? [] : await critical.OpenAsync(subject, reply, request.Cancellation);
        return await request.ShowAsync(
            subject,
            new CaseVisit(request.Queue, ReadOnly: false)
            {
                Errors = [.. open.Select(c => new FormError("Ticked", $"Noch nicht geprüft: {CriticalWords.Of(c.Kind)} „{c.Text}“. Die Antwort ist nicht freigegeben."))],
            },
            StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> StaleAsync(CaseRequest request, Case subject, int number, ReviewViews views) =>
        Page.Of<StalePage>(new { View = await views.StaleAsync(subject, number, request.Cancellation) }, StatusCodes.Status409Conflict);
}
