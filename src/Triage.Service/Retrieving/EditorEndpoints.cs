using Microsoft.AspNetCore.Mvc;
using Triage.Service.Accounts;
using Triage.Service.Web;

namespace Triage.Service.Retrieving;

/// <summary>Editors write, release and retire articles.</summary>
internal static class EditorEndpoints
{
    public static void MapEditor(this WebApplication app)
    {
        var group = app.MapGroup("/wissen").RequireAuthorization(Policies.Knowledge);
        group.MapGet("/neu", (string? amt, string? thema, KnowledgeShelf shelf) => Page.Of<EditorPage>(new { View = New(amt, thema, shelf.Today) }));
        group.MapPost("/neu", ([FromForm] ArticleForm form, EditorDesk desk, CancellationToken cancellation) => desk.SaveAsync(null, form, cancellation));
        group.MapPost("/neu/vorschau", ([FromForm] ArticleForm form, EditorDesk desk) => desk.Preview(null, form));
        group.MapGet("/{slug}/bearbeiten", EditAsync);
        group.MapPost("/{slug}/bearbeiten", (string slug, [FromForm] ArticleForm form, EditorDesk desk, CancellationToken cancellation) => desk.SaveAsync(slug, form, cancellation));
        group.MapPost("/{slug}/vorschau", (string slug, [FromForm] ArticleForm form, EditorDesk desk) => desk.Preview(slug, form));
        group.MapPost("/{slug}/freigeben", ReleaseAsync);
        group.MapPost("/{slug}/zurueckziehen", RetireAsync);
    }

    private static EditorView New(string? department, string? topic, DateOnly today)
    {
        return new EditorView
        {
            Slug = null,
            Form = new ArticleForm
            {
                Department = department, Topic = topic, ValidFrom = FormDate.Of(today), ReviewedAt = FormDate.Of(today), ReviewBy = FormDate.Of(today.AddYears(1)),
            },
        };
    }

    private static async Task<IResult> EditAsync(string slug, ArticleViews views, CancellationToken cancellation) =>
        (await views.VersionsAsync(slug, cancellation)) is [var newest, ..]
            ? Page.Of<EditorPage>(new { View = new EditorView { Slug = slug, Form = ArticleForm.Of(newest.ToArticle(slug)) } })
            : TypedResults.NotFound();

    private static async Task<IResult> ReleaseAsync(
        string slug, [FromForm] VersionForm form, KnowledgeEditor editor, CurrentStaff current, CancellationToken cancellation) =>
        await editor.ReleaseAsync(slug, form.Version, (await current.GetAsync(cancellation)).Id, cancellation)
            ? Page.SeeOther($"/wissen/{slug}")
            : TypedResults.NotFound();

    private static async Task<IResult> RetireAsync(string slug, KnowledgeEditor editor, CurrentStaff current, CancellationToken cancellation) =>
        await editor.RetireAsync(slug, (await current.GetAsync(cancellation)).Id, cancellation)
            ? Page.SeeOther($"/wissen/{slug}")
            : TypedResults.NotFound();
}

internal sealed record VersionForm
{
    public int Version { get; init; }
}
