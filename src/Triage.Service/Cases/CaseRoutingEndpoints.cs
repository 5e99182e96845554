using Triage.Models.Inquiries;
using Triage.Service.Accounts;

namespace Triage.Service.Cases;

/// <summary>Forms with which a person says whose a case is and what it wants.</summary>
internal static class CaseRoutingEndpoints
{
    public static void MapCaseRouting(this WebApplication app)
    {
        var group = app.MapGroup("/vorgang/{id:long}").RequireAuthorization(Policies.Cases);
        group.MapPost("/abgeben", RerouteAsync);
        group.MapPost("/zustaendigkeit", DecideBlindAsync);
        group.MapPost("/art", SetKindAsync);
    }

    private static Task<IResult> RerouteAsync([AsParameters] CaseRequest request, CaseRouting routing, Municipality town) =>
        request.ActAsync(async (subject, who) =>
        {
            if (Target.Parse(request.Field("Ziel"), town) is not { } target)
            {
                return await request.RefuseAsync(subject, "Ziel", "Bitte wählen Sie ein Amt oder „Zu klären“.");
            }

            if (request.Field("Grund") is not { Length: > 0 } reason)
            {
                return await request.RefuseAsync(subject, "Grund", "Bitte nennen Sie einen Grund, damit das andere Amt weiß, warum es den Vorgang bekommt.");
            }

            await routing.RerouteAsync(subject, target.Department, target.Topic, reason, who, request.Cancellation);
            return request.SeeCase("abgegeben");
        });

    private static Task<IResult> DecideBlindAsync([AsParameters] CaseRequest request, CaseRouting routing, Municipality town) =>
        request.ActAsync(async (subject, who) =>
        {
            if (!subject.HidesSuggestion)
            {
                return request.SeeCase();
            }

            if (Target.Parse(request.Field("Ziel"), town) is not { } target)
            {
                return await request.RefuseAsync(subject, "Ziel", "Bitte wählen Sie ein Amt oder „Zu klären“.");
            }

            await routing.DecideBlindAsync(subject, target.Department, target.Topic, who, request.Cancellation);
            return request.SeeCase("gewaehlt");
        });

    private static Task<IResult> SetKindAsync([AsParameters] CaseRequest request, CaseRouting routing, Municipality town) =>
        request.ActAsync(async (subject, who) =>
        {
            if (town.Kind(request.Field("Art")) is not { } kind)
            {
                return await request.RefuseAsync(subject, "Art", "Bitte wählen Sie eine Art.");
            }

            await routing.SetKindAsync(subject, kind.Id, who, request.Cancellation);
            return request.SeeCase("art");
        });
}
