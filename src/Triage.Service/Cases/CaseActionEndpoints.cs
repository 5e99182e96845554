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
        group.MapPost("/wiedervorlage", ResumeLaterAsync);
        group.MapPost("/notiz", NoteAsync);
        group.MapPost("/schliessen", CloseAsync);
        group.MapPost("/oeffnen", ReopenAsync);
        group.MapPost("/uebernehmen", ([AsParameters] CaseRequest request, CaseActions actions) => AssignAsync(request, actions, take: true));
        group.MapPost("/zurueckgeben", ([AsParameters] CaseRequest request, CaseActions actions) => AssignAsync(request, actions, take: false));
        group.MapPost("/entwurf-verwerfen", DiscardAsync);
    }

    private static Task<IResult> ResumeLaterAsync([AsParameters] CaseRequest request, CaseActions actions, TimeProvider time) =>
        request.ActAsync(async (subject, who) =>
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
        request.ActAsync(
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
        request.ActAsync(async (subject, who) =>
        {
            if (!Enum.TryParse<CloseReason>(request.Field("Warum"), out var because) || !CaseWords.WithoutAnswer.Contains(because))
            {
                return await request.RefuseAsync(subject, "Warum", "Bitte wählen Sie, warum es keine Antwort gibt.");
            }

            await actions.CloseAsync(subject, because, who, request.Cancellation);
            return request.SeeCase("geschlossen");
        });

    private static Task<IResult> ReopenAsync([AsParameters] CaseRequest request, CaseActions actions) =>
        request.ActAsync(
            async (subject, who) =>
            {
                if (subject.ErasedAt is not null)
                {
                    return await request.RefuseAsync(subject, "", "Was zu diesem Vorgang geschrieben wurde, ist gelöscht. Er lässt sich nicht wieder öffnen.");
                }

                if (subject.ClosedBecause == CloseReason.Joined)
                {
                    return await request.RefuseAsync(subject, "", "Dieses Anliegen gehört wieder zum ersten Vorgang. Spalten Sie es dort neu ab, wenn es doch eigenständig ist.");
                }

                await actions.ReopenAsync(subject, who, request.Cancellation);
                return request.SeeCase("offen");
            },
            whenDone: true);

    private static Task<IResult> AssignAsync(CaseRequest request, CaseActions actions, bool take) =>
        request.ActAsync(async (subject, who) =>
        {
            await actions.AssignAsync(subject, take ? who.Id : null, who, request.Cancellation);
            return request.SeeCase(take ? "uebernommen" : "zurueckgegeben");
        });

    private static Task<IResult> DiscardAsync([AsParameters] CaseRequest request, CaseActions actions, TriageDbContext db) =>
        request.ActAsync(async (subject, who) =>
        {
            var draft = await db.Drafts.Where(d => d.CaseId == subject.Id && d.State == Drafting.DraftState.Suggested)
                .OrderByDescending(d => d.Id).FirstOrDefaultAsync(request.Cancellation);
            if (draft is not null && !subject.HidesSuggestion)
            {
                await actions.DiscardDraftAsync(subject, draft, who, request.Cancellation);
            }

            return request.SeeCase("verworfen");
        });
}
