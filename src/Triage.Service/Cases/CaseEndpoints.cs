using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Cases.Splitting;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>A case's page and its files.</summary>
internal static class CaseEndpoints
{
    public static void MapCasePages(this WebApplication app)
    {
        var group = app.MapGroup("/vorgang/{id:long}").RequireAuthorization(Policies.Cases);
        group.MapGet("", ShowAsync);
        group.MapGet("/original/{messageId:long}", OriginalAsync);
        group.MapGet("/anlage/{fileId:long}", FileAsync);
        group.MapPost("/anwesend", BeatAsync).WithMetadata(new AsksByItself());
        group.MapGet("/entwurf", DraftAsync).WithMetadata(new AsksByItself());
    }

    private static async Task<IResult> ShowAsync([AsParameters] CaseRequest request, Presence presence, string? ok)
    {
        var workable = await request.Access.CanWorkOnAsync(request.Id, request.Cancellation);
        var subject = workable ? await request.WorkOnAsync() : await request.Access.ReadAsync(request.Id, request.Cancellation);
        if (subject is null)
        {
            return TypedResults.NotFound();
        }

        await presence.BeatAsync(subject.Id, await request.WhoAsync(), request.Cancellation);
        return await request.ShowAsync(subject, new CaseVisit(request.Queue, ReadOnly: !workable) { Done = DoneWords.Of(ok) });
    }

    // As plain text to download: whatever the message holds, no browser runs it here.
    private static async Task<IResult> OriginalAsync([AsParameters] CaseRequest request, long messageId, CaseLinks links, TriageDbContext db, ContentStore content)
    {
        if (await request.Access.ReadAsync(request.Id, request.Cancellation) is not { ErasedAt: null } subject)
        {
            return TypedResults.NotFound();
        }

        if (await links.HiddenOriginAsync(messageId, await request.WhoAsync(), request.Cancellation) is { } hidden)
        {
            // Not theirs to read; asking for it leaves the trace that every such attempt leaves.
            await request.Access.ReadAsync(hidden.Id, request.Cancellation);
            return TypedResults.NotFound();
        }

        var sha256 = await db.Messages.Where(m => m.Id == messageId && m.CaseId == subject.Id)
            .Join(db.RawMessages, m => m.RawMessageId, r => r.Id, (_, r) => r.Sha256).SingleOrDefaultAsync(request.Cancellation);
        return sha256 is null ? TypedResults.NotFound() : TypedResults.Stream(content.Open(sha256), "text/plain", $"{subject.Number}-{messageId}.eml");
    }

    private static async Task<IResult> FileAsync([AsParameters] CaseRequest request, long fileId, TriageDbContext db, ContentStore content)
    {
        if (await request.Access.ReadAsync(request.Id, request.Cancellation) is not { } subject)
        {
            return TypedResults.NotFound();
        }

        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == fileId && a.CaseId == subject.Id, request.Cancellation);
        return file is null ? TypedResults.NotFound() : TypedResults.Stream(content.Open(file.Sha256), "application/octet-stream", file.FileName);
    }

    private static async Task<IResult> BeatAsync([AsParameters] CaseRequest request, Presence presence)
    {
        if (await request.Access.ReadAsync(request.Id, request.Cancellation) is not { } subject)
        {
            return TypedResults.NotFound();
        }

        var who = await request.WhoAsync();
        await presence.BeatAsync(subject.Id, who, request.Cancellation);
        var names = await presence.NamesAsync([subject.Id], who, request.Cancellation);
        return TypedResults.Json(new { version = subject.Version, viewers = names.GetValueOrDefault(subject.Id) ?? [] });
    }

    // How far the draft is, never a word of it: it is shown on the page, when it is whole and checked.
    private static async Task<IResult> DraftAsync([AsParameters] CaseRequest request, NoDraft noDraft)
    {
        if (await request.Access.ReadAsync(request.Id, request.Cancellation) is not { HidesSuggestion: false } subject)
        {
            return TypedResults.NotFound();
        }

        var words = await noDraft.ComingAsync(subject, request.Cancellation);
        return TypedResults.Json(new { coming = words is not null, words = words ?? "Die Arbeit am Entwurf ist beendet. Laden Sie die Seite neu, dann sehen Sie das Ergebnis." });
    }
}
