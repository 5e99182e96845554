using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Web;

namespace Triage.Service.Approving;

/// <summary>A phone call that a person has made.</summary>
public sealed record PhoneView(long CaseId, string CaseNumber, string Text);

/// <summary>Answers that leave the house by post or on the phone: a person does it, and says so here.</summary>
internal static class OtherChannelEndpoints
{
    public static void MapOtherChannels(this WebApplication app)
    {
        var group = app.MapGroup("/vorgang/{id:long}").RequireAuthorization(Policies.Cases);
        group.MapGet("/brief", LetterAsync);
        group.MapPost("/versandt", PostedAsync);
        group.MapGet("/telefonat", PhoneAsync);
        group.MapPost("/telefonat", PhonedAsync);
    }

    private static async Task<IResult> LetterAsync([AsParameters] CaseRequest request, LetterDesk letters)
    {
        var subject = await request.WorkOnAsync();
        var letter = subject is null ? null : await letters.FindAsync(subject, request.Cancellation);
        return letter is null ? TypedResults.NotFound() : Page.Of<LetterPage>(new { View = letter });
    }

    private static async Task<IResult> PostedAsync([AsParameters] CaseRequest request, LetterDesk letters)
    {
        if (await request.WorkOnAsync() is not { } subject)
        {
            return TypedResults.NotFound();
        }

        return request.SeeCase(await letters.PostedAsync(subject, await request.WhoAsync(), request.Cancellation) ? "versandt" : null);
    }

    private static async Task<IResult> PhoneAsync([AsParameters] CaseRequest request, ReplyDesk desk)
    {
        if (await request.WorkOnAsync() is not { } subject)
        {
            return TypedResults.NotFound();
        }

        var reply = subject.IsDone ? null : await desk.CurrentAsync(subject.Id, request.Cancellation);
        return reply is null ? request.SeeCase() : Page.Of<PhonePage>(new { View = new PhoneView(subject.Id, subject.Number, MailFreezer.WithoutMarkers(reply.Text)) });
    }

    private static async Task<IResult> PhonedAsync([AsParameters] CaseRequest request, ReplyDesk desk, CaseActions actions)
    {
        if (await request.WorkOnAsync() is not { } subject)
        {
            return TypedResults.NotFound();
        }

        var reply = subject.IsDone ? null : await desk.CurrentAsync(subject.Id, request.Cancellation);
        if (reply is null)
        {
            return request.SeeCase();
        }

        await actions.ByPhoneAsync(subject, MailFreezer.WithoutMarkers(reply.Text), await request.WhoAsync(), request.Cancellation);
        return request.SeeCase("telefonat");
    }
}
