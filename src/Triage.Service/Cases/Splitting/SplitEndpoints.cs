using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Cases.Splitting;

/// <summary>Taking a concern out of a case, and taking that back.</summary>
internal static class SplitEndpoints
{
    private const string NothingToSplit = "In diesem Vorgang gibt es nichts abzuspalten. Bei einer Stichprobe wählen Sie zuerst das Amt.";

    public static void MapSplitting(this WebApplication app)
    {
        var group = app.MapGroup("/vorgang/{id:long}").RequireAuthorization(Policies.Cases);
        group.MapGet("/abspalten", ShowAsync);
        group.MapPost("/abspalten", SplitAsync);
        group.MapPost("/zusammenfuehren", JoinAsync);
    }

    private static Task<IResult> ShowAsync([AsParameters] CaseRequest request, SplitViews views, TriageDbContext db, long? nachricht, string? thema) =>
        request.ActAsync(
            async (subject, _) => await MessageAsync(db, subject, nachricht, request.Cancellation) is { } message
                ? await PageAsync(request, views, subject, message, await views.SuggestAsync(subject, message, thema, request.Cancellation), [])
                : await request.RefuseAsync(subject, "", NothingToSplit),
            whenDone: true);

    private static Task<IResult> SplitAsync([AsParameters] CaseRequest request, SplitViews views, Splitter splitter, TriageDbContext db, Municipality town) =>
        request.ActAsync(
            async (subject, who) =>
            {
                if (await MessageAsync(db, subject, long.TryParse(request.Field("Nachricht"), out var id) ? id : 0, request.Cancellation) is not { } message)
                {
                    return await request.RefuseAsync(subject, "", NothingToSplit);
                }

                var form = SplitForm.Read(request.Http.Request.Form);
                var suggested = await views.IsSuggestedAsync(subject, message, form.Topic, request.Cancellation) ? form.Topic : null;
                form = form with { Topic = suggested };
                var choice = new SplitChoice(message, [], new Target(null, null), form.Subject, form.FileIds, suggested, form.Version);
                if (form.Errors(choice.Sentences, town) is { Count: > 0 } errors)
                {
                    return await PageAsync(request, views, subject, message, form, errors);
                }

                choice = choice with { Chosen = [.. form.Chosen.Where(i => i < choice.Sentences.Count)], Target = Target.Parse(form.Target, town)! };
                return await splitter.SplitAsync(subject, choice, who, request.Cancellation) is not null
                    ? request.SeeCase("abgespalten")
                    : await ChangedAsync(request, views, message, form);
            },
            whenDone: true);

    private static Task<IResult> JoinAsync([AsParameters] CaseRequest request, Joiner joiner) =>
        request.ActAsync(
            async (subject, who) =>
            {
                var part = long.TryParse(request.Field("Teil"), out var id) ? id : subject.Id;
                if (await joiner.FindAsync(subject, part, request.Cancellation) is not { } split)
                {
                    // A second click, or nothing was ever split: the page says how things stand.
                    return request.SeeCase();
                }

                return await joiner.JoinAsync(split, subject, who, request.Cancellation) is { } refusal
                    ? await request.RefuseAsync(subject, "", refusal)
                    : request.SeeCase("zusammengefuehrt");
            },
            whenDone: true);

    // On a blind check the page would tell what is suggested; a case that was joined has given its concern back.
    private static async Task<CaseMessage?> MessageAsync(TriageDbContext db, Case subject, long? id, CancellationToken cancellation) => !subject.CanBeSplit
        ? null
        : await SplitViews.Splittable(db.Messages.AsNoTracking().Include(m => m.Attachments), subject.Id).Where(m => id == null || m.Id == id)
            .LastOrDefaultAsync(cancellation);

    private static async Task<IResult> PageAsync(CaseRequest request, SplitViews views, Case subject, CaseMessage message, SplitForm form, IReadOnlyList<FormError> errors) =>
        Page.Of<SplitPage>(
            new { View = await views.OfAsync(subject, message, form, request.Queue.Key(), errors, request.Cancellation) },
            errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static async Task<IResult> ChangedAsync(CaseRequest request, SplitViews views, CaseMessage message, SplitForm form)
    {
        request.Access.Forget();
        return await request.WorkOnAsync() is { } now
            ? await PageAsync(request, views, now, message, form, [new FormError("", "Der Vorgang hat sich gerade geändert. Bitte prüfen Sie, ob Ihre Auswahl noch passt.")])
            : TypedResults.NotFound();
    }
}
