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

        return await request.UnlessChangedAsync(async () => await plain.MakeAsync(subject, reply, await request.WhoAsync(), request.Cancellation) is { } problem
            ? await request.RefuseAsync(subject, "Text", problem)
            : request.SeeCase("einfach"));
    }

    private static async Task<IResult> TakeAsync([AsParameters] CaseRequest request, [AsParameters] ReplyTools tools)
    {
        var kept = await ReplyEndpoints.KeepAsync(request, tools);
        if (kept.Reply is not { } reply || kept.Case is not { } subject)
        {
            return kept.Refusal!;
        }

        _ = long.TryParse(request.Field("Fassung"), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var draft = tools.Town.BearsDraft(subject.Kind)
            ? await tools.Db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.CaseId == subject.Id && d.State == DraftState.Suggested, request.Cancellation)
            : null;
        return draft is null
            ? await request.RefuseAsync(subject, "Text", "Diese Fassung gibt es nicht mehr.")
            : await ExchangeAsync(request, tools, kept, new OtherText(draft.Draft.Text, draft.Id), "fassung");
    }

    // Without a number it is the newest one.
    private static async Task<IResult> ReturnAsync([AsParameters] CaseRequest request, [AsParameters] ReplyTools tools)
    {
        var kept = await ReplyEndpoints.KeepAsync(request, tools);
        if (kept.Reply is not { } reply || kept.Case is not { } subject)
        {
            return kept.Refusal!;
        }

        _ = int.TryParse(request.Field("Vorige"), NumberStyles.None, CultureInfo.InvariantCulture, out var place);
        return reply.Versions.ElementAtOrDefault(place) is { } version
            ? await ExchangeAsync(request, tools, kept, version, "fassung-zurueck")
            : await request.RefuseAsync(subject, "Text", "Es gibt keine vorige Fassung, die Sie zurückholen können. Ihr Text bleibt, wie er ist.");
    }

    private static Task<IResult> ExchangeAsync(CaseRequest request, ReplyTools tools, ReplyEndpoints.Kept kept, OtherText with, string done) =>
        request.UnlessChangedAsync(async () =>
        {
            await tools.Desk.ReplaceAsync(kept.Case!, kept.Reply!, with, await request.WhoAsync(), request.Cancellation);
            return request.SeeCase(done);
        });
}
