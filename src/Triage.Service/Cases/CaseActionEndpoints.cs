using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>What a person does with a case besides answering it, one form each.</summary>
internal static class CaseActionEndpoints
{
    public static void MapCaseActions(this WebApplication app)
    {
        var group = app.MapGroup("/vorgang/{id:long}").RequireAuthorization(Policies.Cases);
        group.MapPost("/abgeben", RerouteAsync);
        group.MapPost("/zustaendigkeit", DecideBlindAsync);
        group.MapPost("/art", SetKindAsync);
        group.MapPost("/wiedervorlage", ResumeLaterAsync);
        group.MapPost("/notiz", NoteAsync);
        group.MapPost("/schliessen", CloseAsync);
        group.MapPost("/oeffnen", ReopenAsync);
        group.MapPost("/uebernehmen", ([AsParameters] CaseRequest request, CaseActions actions) => AssignAsync(request, actions, take: true));
        group.MapPost("/zurueckgeben", ([AsParameters] CaseRequest request, CaseActions actions) => AssignAsync(request, actions, take: false));
        group.MapPost("/entwurf-verwerfen", DiscardAsync);
    }

    private static Task<IResult> RerouteAsync([AsParameters] CaseRequest request, CaseActions actions, Municipality town) =>
        ActAsync(request, async (subject, who) =>
        {
            if (Target.Parse(request.Field("Ziel"), town) is not { } target)
            {
                return await request.RefuseAsync(subject, "Ziel", "Bitte wählen Sie ein Amt oder „Zu klären“.");
            }

            if (request.Field("Grund") is not { Length: > 0 } reason)
            {
                return await request.RefuseAsync(subject, "Grund", "Bitte nennen Sie einen Grund, damit das andere Amt weiß, warum es den Vorgang bekommt.");
            }

            await actions.RerouteAsync(subject, target.Department, target.Topic, reason, who, request.Cancellation);
            return request.SeeCase("abgegeben");
        });

    private static Task<IResult> DecideBlindAsync([AsParameters] CaseRequest request, CaseActions actions, Municipality town) =>
        ActAsync(request, async (subject, who) =>
        {
            if (!subject.HidesSuggestion)
            {
                return request.SeeCase();
            }

            if (Target.Parse(request.Field("Ziel"), town) is not { } target)
            {
                return await request.RefuseAsync(subject, "Ziel", "Bitte wählen Sie ein Amt oder „Zu klären“.");
            }

            await actions.DecideBlindAsync(subject, target.Department, target.Topic, who, request.Cancellation);
            return request.SeeCase("gewaehlt");
        });

    private static Task<IResult> SetKindAsync([AsParameters] CaseRequest request, CaseActions actions, Municipality town) =>
        ActAsync(request, async (subject, who) =>
        {
            if (town.Kind(request.Field("Art")) is not { } kind)
            {
                return await request.RefuseAsync(subject, "Art", "Bitte wählen Sie eine Art.");
            }

            await actions.SetKindAsync(subject, kind.Id, who, request.Cancellation);
            return request.SeeCase("art");
        });

    private static Task<IResult> ResumeLaterAsync([AsParameters] CaseRequest request, CaseActions actions, TimeProvider time) =>
        ActAsync(request, async (subject, who) =>
        {
            var today = DateOnly.FromDateTime(German.Local(time.GetUtcNow()).Date);
            if (!DateOnly.TryParseExact(request.Field("Tag"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day <= today || day > today.AddYears(2))
            {
                return await request.RefuseAsync(subject, "Tag", "Bitte wählen Sie einen Tag nach heute, höchstens in zwei Jahren.");
            }

            await actions.ResumeLaterAsync(subject, day, who, request.Cancellation);
            return request.SeeCase("wartet");
        });

    private static Task<IResult> NoteAsync([AsParameters] CaseRequest request, CaseActions actions) =>
        ActAsync(
            request,
            async (subject, who) =>
            {
                if (request.Field("Notiz") is not { Length: > 0 } note)
                {
                    return await request.RefuseAsync(subject, "Notiz", "Bitte schreiben Sie etwas in die Notiz.");
                }

                await actions.NoteAsync(subject, note, who, request.Cancellation);
                return request.SeeCase("notiz");
            },
            whenDone: true);

    private static Task<IResult> CloseAsync([AsParameters] CaseRequest request, CaseActions actions) =>
        ActAsync(request, async (subject, who) =>
        {
            if (!Enum.TryParse<CloseReason>(request.Field("Warum"), out var because) || because == CloseReason.Answered || !Enum.IsDefined(because))
            {
                return await request.RefuseAsync(subject, "Warum", "Bitte wählen Sie, warum es keine Antwort gibt.");
            }

            await actions.CloseAsync(subject, because, who, request.Cancellation);
            return request.SeeCase("geschlossen");
        });

    private static Task<IResult> ReopenAsync([AsParameters] CaseRequest request, CaseActions actions) =>
        ActAsync(
            request,
            async (subject, who) =>
            {
                await actions.ReopenAsync(subject, who, request.Cancellation);
                return request.SeeCase("offen");
            },
            whenDone: true);

    private static Task<IResult> AssignAsync(CaseRequest request, CaseActions actions, bool take) =>
        ActAsync(request, async (subject, who) =>
        {
            await actions.AssignAsync(subject, take ? who.Id : null, who, request.Cancellation);
            return request.SeeCase(take ? "uebernommen" : "zurueckgegeben");
        });

    private static Task<IResult> DiscardAsync([AsParameters] CaseRequest request, CaseActions actions, TriageDbContext db) =>
        ActAsync(request, async (subject, who) =>
        {
            var draft = await db.Drafts.Where(d => d.CaseId == subject.Id && d.State == Drafting.DraftState.Suggested)
                .OrderByDescending(d => d.Id).FirstOrDefaultAsync(request.Cancellation);
            if (draft is not null && !subject.HidesSuggestion)
            {
                await actions.DiscardDraftAsync(subject, draft, who, request.Cancellation);
            }

            return request.SeeCase("verworfen");
        });

    private static async Task<IResult> ActAsync(CaseRequest request, Func<Case, StaffIdentity, Task<IResult>> action, bool whenDone = false)
    {
        if (await request.WorkOnAsync() is not { } subject)
        {
            return TypedResults.NotFound();
        }

        if (subject.IsDone && !whenDone)
        {
            return await request.RefuseAsync(subject, "", "Der Vorgang ist inzwischen erledigt. Öffnen Sie ihn wieder, wenn noch etwas zu tun ist.");
        }

        try
        {
            return await action(subject, await request.WhoAsync());
        }
        catch (DbUpdateConcurrencyException)
        {
            request.Access.Forget();
            return await request.WorkOnAsync() is { } now
                ? await request.RefuseAsync(now, "", "Der Vorgang hat sich gerade geändert. Bitte prüfen Sie, ob Ihre Entscheidung noch passt.")
                : TypedResults.NotFound();
        }
    }
}
