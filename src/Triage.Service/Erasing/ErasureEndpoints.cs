using System.Globalization;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Web;

namespace Triage.Service.Erasing;

/// <summary>
/// Administrators erase a citizen's data in two steps: look for it, then choose, give the reason and confirm. What is looked for
/// never stands in an address.
/// </summary>
internal static class ErasureEndpoints
{
    private const string Address = "/verwaltung/loeschen";

    public static void MapErasing(this WebApplication app)
    {
        var group = app.MapGroup(Address).RequireAuthorization(Policies.Administration);
        group.MapGet("", (int? ok, FreeSpaceState? rest) => Show(new ErasureView { Done = ok is > 0 and var count ? ErasureWords.Done(count, rest ?? FreeSpaceState.Overwritten) : null }));
        group.MapPost("", FindAsync);
        group.MapPost("/ausfuehren", EraseAsync);
    }

    private static async Task<IResult> FindAsync(HttpContext http, ErasureSearch search, Municipality town, CancellationToken cancellation)
    {
        var query = (await http.Request.ReadFormAsync(cancellation))["Suche"].ToString().Trim();
        return query.Length == 0
            ? Show(new ErasureView { Errors = [new("Suche", "Bitte geben Sie eine E-Mail-Adresse oder ein Aktenzeichen ein.")] })
            : Show(await FoundAsync(query, [], search, town, cancellation));
    }

    private static async Task<IResult> EraseAsync(
        HttpContext http, ErasureSearch search, ErasureRun run, CurrentStaff current, Municipality town, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var query = form["Suche"].ToString();
        var chosen = form["Vorgang"].Select(v => long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).ToHashSet();
        var found = await FoundAsync(query, chosen, search, town, cancellation);
        var reason = Enum.TryParse<ErasureReason>(form["Grund"], out var given) && Enum.IsDefined(given) ? given : (ErasureReason?)null;
        var ids = found.Found!.Where(f => f.Chosen).Select(f => f.Id).ToList();
        List<FormError> errors = [.. Errors(ids, reason, form["Sicher"] == "ja")];
        if (errors.Count > 0)
        {
            return Show(found with { Reason = reason?.ToString(), Errors = errors });
        }

        var outcome = await run.RunAsync(ids, reason!.Value, await current.GetAsync(cancellation));
        return outcome.Problems.Count == 0
            ? Page.SeeOther($"{Address}?ok={outcome.Erased.Count}&rest={outcome.FreeSpace}")
            : Show(await FoundAsync(query, [], search, town, cancellation) with
            {
                Done = outcome.Erased.Count == 0 ? null : ErasureWords.Done(outcome.Erased.Count, outcome.FreeSpace),
                Errors = [.. found.Found!.Where(f => outcome.Problems.ContainsKey(f.Id)).Select(f => new FormError("Vorgang", ErasureWords.NotErased(f, outcome.Problems[f.Id])))],
            });
    }

    private static IEnumerable<FormError> Errors(List<long> ids, ErasureReason? reason, bool sure)
    {
        if (ids.Count == 0)
        {
            yield return new("Vorgang", "Bitte wählen Sie, was gelöscht werden soll.");
        }

        if (reason is null)
        {
            yield return new("Grund", "Bitte wählen Sie den Grund.");
        }

        if (!sure)
        {
            yield return new("Sicher", "Bestätigen Sie mit dem Häkchen, dass Sie endgültig löschen.");
        }
    }

    private static async Task<ErasureView> FoundAsync(
        string query, IReadOnlyCollection<long> chosen, ErasureSearch search, Municipality town, CancellationToken cancellation) => new()
        {
            Query = query,
            Found = [.. (await search.FindAsync(query, cancellation)).Select(f => ErasureRow.Of(f, chosen, town))],
        };

    private static IResult Show(ErasureView view) =>
        Page.Of<ErasurePage>(new { View = view }, view.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
