using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Sending;

/// <summary>Supervisors write and release text blocks. Only a released version of a notice ever goes out by itself.</summary>
internal static class TextBlockEndpoints
{
    private const int MaxLength = 20_000;

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

    // A new wording is a new version, unreleased: what went out before stays as it was.
    private static async Task<IResult> SaveAsync(string key, [FromForm] TextBlockForm form, TriageDbContext db, TimeProvider time, CurrentStaff current, CancellationToken cancellation)
    {
        var view = await TextBlockView.FindAsync(db, key, cancellation);
        if (view is null)
        {
            return Results.NotFound();
        }

        var german = form.Text?.ReplaceLineEndings("\n").Trim() ?? "";
        if (german.Length is 0 or > MaxLength)
        {
            var error = new FormError("text", $"Der Text braucht zwischen 1 und {MaxLength} Zeichen.");
            return Page.Of<TextBlockPage>(new { View = view with { Error = error } }, StatusCodes.Status422UnprocessableEntity);
        }

        var who = await current.GetAsync(cancellation);
        await db.InTransactionAsync(
            async () =>
            {
                var texts = new Dictionary<string, string>(view.Texts) { [NoticeText.German] = german };
                var version = view.Version + 1;
                db.TextBlockVersions.Add(new TextBlockVersion
                {
                    TextBlockId = view.Id, Version = version, Subject = form.Subject?.Trim() ?? "", Texts = texts, At = time.GetUtcNow(),
                });
                await db.AppendAsync(new AuditEvent("edit-text-block", "text-block", view.Id, who.Id, $"version={version}"), time, cancellation);
            },
            cancellation);
        return Page.SeeOther($"/textbausteine/{key}");
    }

    private static async Task<IResult> ReleaseAsync(string key, [FromForm] ReleaseForm form, TriageDbContext db, TimeProvider time, CurrentStaff current, CancellationToken cancellation)
    {
        var block = await db.TextBlocks.AsNoTracking().SingleOrDefaultAsync(b => b.Key == key, cancellation);
        if (block is null)
        {
            return Results.NotFound();
        }

        var who = await current.GetAsync(cancellation);
        var released = await db.InTransactionAsync(
            async () =>
            {
                var changed = await db.TextBlockVersions.Where(v => v.TextBlockId == block.Id && v.Version == form.Version && v.Released == 0)
                    .ExecuteUpdateAsync(
                        v => v.SetProperty(x => x.Released, 1).SetProperty(x => x.ReleasedBy, who.Id).SetProperty(x => x.ReleasedByKind, StaffKind.Human),
                        cancellation);
                await db.AppendAsync(new AuditEvent("release-text-block", "text-block", block.Id, who.Id, $"version={form.Version}"), time, cancellation);
                return changed;
            },
            cancellation);
        return released == 1 ? Page.SeeOther($"/textbausteine/{key}") : Results.NotFound();
    }
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
