using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Web;

namespace Triage.Service.Retrieving;

/// <summary>Editors bring files in, look at what they would change, take them as drafts, and get everything out again.</summary>
internal static class ExchangeEndpoints
{
    public static void MapExchange(this WebApplication app)
    {
        var group = app.MapGroup("/wissen").RequireAuthorization(Policies.Knowledge);
        group.MapGet("/einfuhr", () => Page.Of<ImportPage>());
        group.MapPost("/einfuhr", UploadAsync);
        group.MapGet("/einfuhr/{id:long}", PreviewAsync);
        group.MapPost("/einfuhr/{id:long}", TakeAsync);
        group.MapPost("/ausfuhr", ExportAsync);
    }

    private static async Task<IResult> UploadAsync(
        HttpRequest request, KnowledgeReader reader, KnowledgeExchange exchange, KnowledgeShelf shelf, CurrentStaff current, CancellationToken cancellation)
    {
        var form = await request.ReadFormAsync(cancellation);
        if (form.Files.Count == 0)
        {
            return Page.Of<ImportPage>(
                new { Errors = (IReadOnlyList<FormError>)[new FormError("files", "Bitte wählen Sie mindestens eine Datei.")] }, StatusCodes.Status422UnprocessableEntity);
        }

        var topic = form["topic"].ToString();
        var source = form["source"].ToString().Trim();
        var page = new PageFacts(form["department"].ToString(), topic.Length == 0 ? null : topic, source, shelf.Today);
        var items = new List<ImportItem>();
        foreach (var file in form.Files)
        {
            await using var stream = file.OpenReadStream();
            items.AddRange(reader.Read(file.FileName, stream, page));
        }

        var id = await exchange.KeepAsync(items, (await current.GetAsync(cancellation)).Id, cancellation);
        return Page.SeeOther($"/wissen/einfuhr/{id}");
    }

    private static async Task<IResult> PreviewAsync(long id, ImportViews views, CancellationToken cancellation) =>
        await views.FindAsync(id, cancellation) is { } view ? Page.Of<ImportPreviewPage>(new { View = view }) : TypedResults.NotFound();

    private static async Task<IResult> TakeAsync(
        long id, HttpRequest request, ImportViews views, KnowledgeExchange exchange, CurrentStaff current, CancellationToken cancellation)
    {
        if (await views.FindAsync(id, cancellation) is not { Taken: false } view)
        {
            return TypedResults.NotFound();
        }

        var chosen = (await request.ReadFormAsync(cancellation))["files"].OfType<string>().ToHashSet();
        chosen.IntersectWith(view.Rows.Where(r => r.CanTake).Select(r => r.File));
        await exchange.TakeAsync(id, chosen, (await current.GetAsync(cancellation)).Id, cancellation);
        return Page.SeeOther("/wissen?liste=entwuerfe");
    }

    private static async Task<IResult> ExportAsync(KnowledgeExchange exchange, KnowledgeShelf shelf, CurrentStaff current, CancellationToken cancellation)
    {
        var zip = await exchange.ExportAsync((await current.GetAsync(cancellation)).Id, cancellation);
        return TypedResults.File(zip, "application/zip", $"wissen-{shelf.Today.ToString("yyyy-MM-dd", German.Culture)}.zip");
    }
}
