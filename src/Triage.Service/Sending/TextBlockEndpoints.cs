using Microsoft.AspNetCore.Mvc;
using Triage.Service.Accounts;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Sending;

/// <summary>Supervisors write and release text blocks. Only a released version of a notice ever goes out by itself.</summary>
internal static class TextBlockEndpoints
{
    public static void MapTextBlocks(this WebApplication app)
    {
        var group = app.MapGroup("/textbausteine").RequireAuthorization(Policies.Supervision);
        group.MapGet("", async (TriageDbContext db, CancellationToken cancellation) =>
            Page.Of<TextBlockListPage>(new { Blocks = await TextBlockView.ListAsync(db, cancellation) }));
        group.MapGet("/{key}", async (string key, TriageDbContext db, CancellationToken cancellation) =>
            await TextBlockView.FindAsync(db, key, cancellation) is { } view ? Page.Of<TextBlockPage>(new { View = view }) : Results.NotFound());
        group.MapPost("/{key}", SaveAsync);
        group.MapPost("/{key}/freigeben", ReleaseAsync);
    }

    private static async Task<IResult> SaveAsync(
        string key, [FromForm] TextBlockForm form, TriageDbContext db, TextBlockDesk desk, CurrentStaff current, CancellationToken cancellation)
    {
        if (await TextBlockView.FindAsync(db, key, cancellation) is not { } view || await desk.FindAsync(key, cancellation) is not { } block)
        {
            return Results.NotFound();
        }

        var (title, german) = (form.Subject?.Trim() ?? "", form.Text?.ReplaceLineEndings("\n").Trim() ?? "");
        var texts = new Dictionary<string, string>(view.Texts) { [NoticeText.German] = german };
        if (german.Length is 0 or > TextBlockDesk.MaxLength)
        {
            var error = new FormError("text", $"Der Text braucht zwischen 1 und {TextBlockDesk.MaxLength} Zeichen.");
            return Page.Of<TextBlockPage>(new { View = view with { Subject = title, Texts = texts, Error = error } }, StatusCodes.Status422UnprocessableEntity);
        }

        await desk.WriteAsync(block, title, texts, await current.GetAsync(cancellation), cancellation);
        return Page.SeeOther($"/textbausteine/{key}");
    }

    private static async Task<IResult> ReleaseAsync(string key, [FromForm] ReleaseForm form, TextBlockDesk desk, CurrentStaff current, CancellationToken cancellation) =>
        await desk.FindAsync(key, cancellation) is { Purpose: not TextBlockPurpose.Standard } block
        && await desk.ReleaseAsync(block, form.Version, await current.GetAsync(cancellation), cancellation)
            ? Page.SeeOther($"/textbausteine/{key}")
            : Results.NotFound();
}

internal sealed record TextBlockForm
{
    public string? Subject { get; init; }

    public string? Text { get; init; }
}

internal sealed record ReleaseForm
{
    public int Version { get; init; }
}
