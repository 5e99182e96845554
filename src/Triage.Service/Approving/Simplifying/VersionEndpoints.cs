using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Drafting;

namespace Triage.Service.Approving.Simplifying;

/// <summary>Other versions of an answer: in Einfache Sprache, a newer draft, and the way back. What is typed is saved first.</summary>
internal static class VersionEndpoints
{
    public static void MapVersions(this WebApplication app)
    {
        var group = app.MapGroup("/vorgang/{id:long}").RequireAuthorization(Policies.Cases);
        group.MapPost("/einfach", SimplifyAsync);
        group.MapPost("/fassung-nehmen", TakeAsync);
        group.MapPost("/fassung-zurueck", ReturnAsync);
    }

    private static async Task<IResult> SimplifyAsync([AsParameters] CaseRequest request, [AsParameters] ReplyTools tools, PlainDrafts plain)
    {
        var kept = await ReplyEndpoints.KeepAsync(request, tools);
        if (kept.Reply is not { } reply || kept.Case is not { } subject)
        {
            return kept.Refusal!;
        }

        return await plain.MakeAsync(subject, reply, await request.WhoAsync(), request.Cancellation) is { } problem
            ? await request.RefuseAsync(subject, "Text", problem)
            : request.SeeCase("einfach");
    }

    private static async Task<IResult> TakeAsync([AsParameters] CaseRequest request, [AsParameters] ReplyTools tools)
    {
        var kept = await ReplyEndpoints.KeepAsync(request, tools);
        if (kept.Reply is not { } reply || kept.Case is not { } subject)
        {
            return kept.Refusal!;
        }

        _ = long.TryParse(request.Field("Fassung"), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var draft = await tools.Db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.CaseId == subject.Id && d.State == DraftState.Suggested, request.Cancellation);
        if (draft is null)
        {
            return await request.RefuseAsync(subject, "Text", "Diese Fassung gibt es nicht mehr.");
        }

        await tools.Desk.ReplaceAsync(subject, reply, new OtherText(draft.Draft.Text, draft.Id), await request.WhoAsync(), request.Cancellation);
        return request.SeeCase("fassung");
    }

    private static async Task<IResult> ReturnAsync([AsParameters] CaseRequest request, [AsParameters] ReplyTools tools)
    {
        var kept = await ReplyEndpoints.KeepAsync(request, tools);
        if (kept.Reply is not { } reply || kept.Case is not { } subject)
        {
            return kept.Refusal!;
        }

        if (reply.Previous is { } previous)
        {
            await tools.Desk.ReplaceAsync(subject, reply, previous, await request.WhoAsync(), request.Cancellation);
        }

        return request.SeeCase("fassung");
    }
}
