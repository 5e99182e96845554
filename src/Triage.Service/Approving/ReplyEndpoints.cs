using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Approving.Translating;
using Triage.Service.Cases;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Approving;

/// <summary>Keeps the text that a person writes, and freezes it for review.</summary>
internal static class ReplyEndpoints
{
    public static void MapReply(this WebApplication app)
    {
        var group = app.MapGroup("/vorgang/{id:long}").RequireAuthorization(Policies.Cases);
        group.MapPost("/speichern", SaveAsync);
        group.MapPost("/rueckfrage", AskBackAsync);
        group.MapPost("/baustein", InsertBlockAsync);
        group.MapPost("/pruefen", ReviewAsync);
    }

    // Also asked by a module while the person types; it wants a word, not a page.
    private static async Task<IResult> SaveAsync([AsParameters] CaseRequest request, [AsParameters] ReplyTools tools)
    {
        var kept = await KeepAsync(request, tools);
        if (!request.Http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
        {
            return kept.Refusal ?? request.SeeCase("gespeichert");
        }

        return kept.Reply is { } reply
            ? TypedResults.Json(new { version = reply.Version, saved = $"Zuletzt gespeichert: {German.Moment(reply.SavedAt)}" })
            : TypedResults.StatusCode(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> AskBackAsync([AsParameters] CaseRequest request, [AsParameters] ReplyTools tools)
    {
        var kept = await KeepAsync(request, tools);
        if (kept.Reply is not { } reply || kept.Case is not { } subject)
        {
            return kept.Refusal!;
        }

        var draft = await tools.Db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == reply.DraftId, request.Cancellation);
        var untouched = reply.Text.Trim() == (draft?.Draft.Text.ReplaceLineEndings("\n") ?? ReplyViews.EmptyLetter(subject, tools.Town)).Trim();
        var question = new ReplyInput(
            reply.Recipient, reply.Subject, untouched ? AskBack.Text(subject, tools.Town) : reply.Text, reply.Channel, AsksBack: true, reply.Ticked, reply.AttachmentIds, reply.Version);
        await tools.Desk.SaveAsync(subject, question, await request.WhoAsync(), request.Cancellation, byHand: untouched);
        return request.SeeCase("rueckfrage");
    }

    // Without JavaScript nobody knows where the cursor stood.
    private static async Task<IResult> InsertBlockAsync([AsParameters] CaseRequest request, [AsParameters] ReplyTools tools, InsertableBlocks blocks)
    {
        var kept = await KeepAsync(request, tools);
        if (kept.Reply is not { } reply || kept.Case is not { } subject)
        {
            return kept.Refusal!;
        }

        if ((await blocks.OfAsync(subject, request.Cancellation)).FirstOrDefault(b => b.Key == request.Field("Baustein")) is not { } block)
        {
            return await request.RefuseAsync(subject, "Baustein", "Bitte wählen Sie einen Textbaustein.");
        }

        var text = InsertableBlocks.Insert(reply.Text, block.Text);
        if (text.Length > ReplyDesk.MaxLength)
        {
            return await request.RefuseAsync(subject, "Baustein", "Mit diesem Textbaustein wird die Antwort zu lang.");
        }

        var input = new ReplyInput(reply.Recipient, reply.Subject, text, reply.Channel, reply.AsksBack, reply.Ticked, reply.AttachmentIds, reply.Version);
        await tools.Desk.SaveAsync(subject, input, await request.WhoAsync(), request.Cancellation);
        return request.SeeCase("baustein");
    }

    private static async Task<IResult> ReviewAsync([AsParameters] CaseRequest request, [AsParameters] ReplyTools tools, Translations translations)
    {
        var kept = request.Http.Request.Form["Gespeichert"] == "ja" ? await CurrentAsync(request, tools) : await KeepAsync(request, tools);
        if (kept.Reply is not { } reply || kept.Case is not { } subject)
        {
            return kept.Refusal!;
        }

        var errors = tools.Check.Errors(subject, reply);
        if (errors.Count > 0)
        {
            return await request.ShowAsync(subject, new CaseVisit(request.Queue, ReadOnly: false) { Errors = errors }, StatusCodes.Status422UnprocessableEntity);
        }

        if (reply.Channel == AnswerChannel.Phone)
        {
            return Page.SeeOther($"/vorgang/{subject.Id}/telefonat");
        }

        return await request.UnlessChangedAsync(async () =>
        {
            var translation = await translations.ForMailAsync(subject, reply, await request.WhoAsync(), request.Cancellation);
            var frozen = await tools.Freezer.FreezeAsync(subject, reply, translation, request.Cancellation);
            return Page.SeeOther($"/vorgang/{subject.Id}/pruefen/{frozen.Number}?liste={request.Queue.Key()}");
        });
    }

    /// <summary>Saves what the form holds, before anything else is done with it.</summary>
    public static async Task<Kept> KeepAsync(CaseRequest request, ReplyTools tools)
    {
        if (await request.WorkOnAsync() is not { } subject)
        {
            return new Kept(null, null, TypedResults.NotFound());
        }

        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var typed = ReplyForm.Read(form);
        if (subject.IsDone || subject.HidesSuggestion)
        {
            var why = subject.IsDone ? "Der Vorgang ist inzwischen erledigt. Ihr Text ist noch nicht gespeichert." : "Bitte wählen Sie zuerst das zuständige Amt.";
            return new Kept(subject, null, await RefuseAsync(request, subject, typed, why, null));
        }

        var (input, errors) = await tools.Files.TakeAsync(subject, typed, form.Files, request.Cancellation);
        var saved = await tools.Desk.SaveAsync(subject, input, await request.WhoAsync(), request.Cancellation);
        if (saved.Conflict)
        {
            return new Kept(subject, null, await RefuseAsync(request, subject, input, "Jemand hat inzwischen eine andere Fassung gespeichert oder freigegeben. Ihr Text steht unten, er ist noch nicht gespeichert.", saved.Reply));
        }

        return errors.Count == 0
            ? new Kept(subject, saved.Reply, null)
            : new Kept(subject, null, await request.ShowAsync(subject, new CaseVisit(request.Queue, ReadOnly: false) { Errors = errors }, StatusCodes.Status422UnprocessableEntity));
    }

    private static async Task<Kept> CurrentAsync(CaseRequest request, ReplyTools tools)
    {
        var subject = await request.WorkOnAsync();
        var reply = subject is null || subject.IsDone ? null : await tools.Desk.CurrentAsync(subject.Id, request.Cancellation);
        return new Kept(subject, reply, subject is null ? TypedResults.NotFound() : request.SeeCase());
    }

    // Nothing typed is lost: the page comes back with it, beside the other version.
    private static Task<IResult> RefuseAsync(CaseRequest request, Case subject, ReplyInput typed, string why, Reply? other) => request.ShowAsync(
        subject,
        new CaseVisit(request.Queue, ReadOnly: false) { Typed = typed, Conflict = other, Errors = [new FormError(other is null ? "" : "andere", why)] },
        StatusCodes.Status409Conflict);

    /// <summary>A saved text; without one the answer to give instead.</summary>
    internal sealed record Kept(Case? Case, Reply? Reply, IResult? Refusal);
}

/// <summary>What saving and freezing an answer needs.</summary>
internal sealed record ReplyTools(TriageDbContext Db, ReplyDesk Desk, ReplyFiles Files, ReplyCheck Check, MailFreezer Freezer, Municipality Town);
