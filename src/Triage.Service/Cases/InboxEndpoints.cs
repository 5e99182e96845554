using Microsoft.AspNetCore.Mvc;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Triaging;
using Triage.Service.Web;

namespace Triage.Service.Cases;

internal static class InboxEndpoints
{
    public static void MapInbox(this WebApplication app)
    {
        app.MapGet("/posteingang", ShowAsync).RequireAuthorization(Policies.Cases);
        app.MapGet("/posteingang/zahlen", CountAsync).RequireAuthorization(Policies.Cases).WithMetadata(new AsksByItself());
        app.MapGet("/suche", () => Page.SeeOther("/posteingang")).RequireAuthorization(Policies.Cases);
        app.MapPost("/suche", SearchAsync).RequireAuthorization(Policies.Cases);
        app.MapPost("/ki-vorschlaege", SwitchAsync).RequireAuthorization(Policies.Supervision);
    }

    private static async Task<IResult> ShowAsync(
        [AsParameters] InboxQuery query, Inbox inbox, CurrentStaff current, Municipality town, CancellationToken cancellation) =>
        Page.Of<InboxPage>(new { View = await inbox.ViewAsync(query.ToFilter(town), await current.GetAsync(cancellation), cancellation) });

    private static async Task<IResult> CountAsync(Inbox inbox, CurrentStaff current, CancellationToken cancellation)
    {
        var counts = await inbox.CountAsync(await current.GetAsync(cancellation), cancellation);
        return TypedResults.Json(InboxQueues.InOrder.Where(q => counts.Of(q) is not null).ToDictionary(q => q.Key(), q => counts.Of(q)));
    }

    private static async Task<IResult> SearchAsync(
        [FromForm] SearchForm? form, CaseSearch search, CurrentStaff current, CancellationToken cancellation)
    {
        var asked = form?.Q?.Trim() ?? "";
        IReadOnlyList<InboxRow> found = asked.Length == 0 ? [] : await search.FindAsync(asked, await current.GetAsync(cancellation), cancellation);
        return Page.Of<SearchPage>(new { Asked = asked, Rows = found });
    }

    private static async Task<IResult> SwitchAsync(
        [FromForm] PauseForm? form, SuggestionSwitch suggestions, CurrentStaff current, CancellationToken cancellation)
    {
        await suggestions.SetAsync(form?.Paused == "ja", await current.GetAsync(cancellation), cancellation);
        return Page.SeeOther("/posteingang");
    }
}

internal sealed record InboxQuery(string? Liste, string? Amt, string? Thema, string? Art, string? Seite)
{
    /// <summary>What the address asks for; what it cannot mean is left out.</summary>
    public InboxFilter ToFilter(Municipality town)
    {
        var department = town.Department(Amt)?.Id;
        var topic = town.Topic(Thema) is { } found && found.Department == department ? found.Id : null;
        return new InboxFilter(
            InboxQueues.Parse(Liste), department, topic, town.Kind(Art)?.Id,
            int.TryParse(Seite, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) ? page : 1);
    }
}

internal sealed record SearchForm
{
    public string? Q { get; init; }
}

internal sealed record PauseForm
{
    public string? Paused { get; init; }
}
