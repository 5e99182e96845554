using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Web;

namespace Triage.Service.Cases;

/// <summary>A request about one case: who asks, and the case if they may.</summary>
internal sealed record CaseRequest(long Id, CaseAccess Access, CurrentStaff Current, CaseViews Views, HttpContext Http)
{
    public CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>The list that the person works through, from the address or the form.</summary>
    public InboxQueue Queue => InboxQueues.Parse(Http.Request.Query["liste"].FirstOrDefault() ?? Field("Liste"));

    /// <summary>A field of the form without blanks around it; null when it was not sent.</summary>
    public string? Field(string name) => Http.Request.HasFormContentType ? Http.Request.Form[name].FirstOrDefault()?.Trim() : null;

    public Task<StaffIdentity> WhoAsync() => Current.GetAsync(Cancellation);

    /// <summary>The case to change; null: answer 404.</summary>
    public Task<Case?> WorkOnAsync() => Access.WorkOnAsync(Id, Cancellation);

    /// <summary>The address of the case's page in its list; <paramref name="done"/> names what was just done.</summary>
    public string Address(string? done = null) => $"/vorgang/{Id}?liste={Queue.Key()}{(done is null ? "" : $"&ok={done}")}";

    public IResult SeeCase(string? done = null) => Page.SeeOther(Address(done));

    /// <summary>The case's page as it stands now.</summary>
    public async Task<IResult> ShowAsync(Case subject, CaseVisit visit, int status = StatusCodes.Status200OK) =>
        Page.Of<CasePage>(new { View = await Views.OfAsync(subject, visit, await WhoAsync(), Cancellation) }, status);

    /// <summary>The page again, with what was wrong on top.</summary>
    public Task<IResult> RefuseAsync(Case subject, string field, string error) =>
        ShowAsync(subject, new CaseVisit(Queue, ReadOnly: false) { Errors = [new FormError(field, error)] }, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Runs a person's action on the case; one that came too late gets the page as it stands now.</summary>
    /// <param name="action">Does it and answers.</param>
    /// <param name="whenDone">It makes sense on a closed case too.</param>
    public async Task<IResult> ActAsync(Func<Case, StaffIdentity, Task<IResult>> action, bool whenDone = false)
    {
        if (await WorkOnAsync() is not { } subject)
        {
            return TypedResults.NotFound();
        }

        if (subject.IsDone && !whenDone)
        {
            return await RefuseAsync(subject, "", "Der Vorgang ist inzwischen erledigt. Öffnen Sie ihn wieder, wenn noch etwas zu tun ist.");
        }

        return await UnlessChangedAsync(async () => await action(subject, await WhoAsync()));
    }

    /// <summary>Runs a person's action; one that was overtaken by another change gets the case's page as it stands now.</summary>
    public async Task<IResult> UnlessChangedAsync(Func<Task<IResult>> action)
    {
        try
        {
            return await action();
        }
        catch (DbUpdateConcurrencyException)
        {
            Access.Forget();
            return await WorkOnAsync() is { } now
                ? await RefuseAsync(now, "", "Der Vorgang hat sich gerade geändert. Bitte prüfen Sie, ob Ihre Entscheidung noch passt.")
                : TypedResults.NotFound();
        }
    }
}
