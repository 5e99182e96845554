using Triage.Models.Retrieving;
using Triage.Service.Accounts;
using Triage.Service.Web;

namespace Triage.Service.Retrieving;

/// <summary>Checks what an editor typed, shows it, or saves it as a new version.</summary>
internal sealed class EditorDesk(ArticleCheck check, KnowledgeEditor editor, ArticleViews views, CurrentStaff current, TimeProvider time)
{
    public IResult Preview(string? slug, ArticleForm form)
    {
        var (article, errors) = Read(slug, form);
        return errors.Count > 0 ? Refused(slug, form, errors) : Page.Of<EditorPage>(new
        {
            View = new EditorView { Slug = slug, Form = form, Preview = check.Preview(article) },
        });
    }

    public async Task<IResult> SaveAsync(string? slug, ArticleForm form, CancellationToken cancellation)
    {
        var (article, errors) = Read(slug, form);
        if (errors.Count > 0)
        {
            return Refused(slug, form, errors);
        }

        var who = await current.GetAsync(cancellation);
        var origin = new VersionOrigin("Wissensredaktion", time.GetUtcNow(), who.Id);
        var saved = await editor.SaveAsync(article, slug is null ? 0 : form.BasedOn, origin, cancellation);
        return saved is { } version ? Page.SeeOther($"/wissen/{article.Id}?fassung={version}") : await ConflictAsync(slug, form, article, cancellation);
    }

    private (KnowledgeArticle Article, IReadOnlyList<FormError> Errors) Read(string? slug, ArticleForm form)
    {
        var (article, dates) = form.ToArticle(slug ?? form.Slug?.Trim() ?? "");
        return (article, [.. check.Of(article).Concat(dates)]);
    }

    private static IResult Refused(string? slug, ArticleForm form, IReadOnlyList<FormError> errors) =>
        Page.Of<EditorPage>(new { View = new EditorView { Slug = slug, Form = form, Errors = errors } }, StatusCodes.Status422UnprocessableEntity);

    // The text stays in the form; saving it once more is then a decision.
    private async Task<IResult> ConflictAsync(string? slug, ArticleForm form, KnowledgeArticle article, CancellationToken cancellation)
    {
        if ((await views.VersionsAsync(article.Id, cancellation)) is not [var newest, ..])
        {
            return TypedResults.NotFound();
        }

        if (slug is null)
        {
            return Refused(slug, form, [new FormError("slug", "Diesen Kurznamen trägt schon ein anderer Artikel.")]);
        }

        return Page.Of<EditorPage>(
            new
            {
                View = new EditorView
                {
                    Slug = slug,
                    Form = form with { BasedOn = newest.Version },
                    Errors = [new FormError("", $"Inzwischen wurde Fassung {newest.Version} gespeichert. Ihr Text ist noch hier und nicht gespeichert. Vergleichen Sie, dann speichern Sie ihn als Fassung {newest.Version + 1}.")],
                    Conflict = ArticleDiff.Of(newest.ToArticle(slug), article),
                },
            },
            StatusCodes.Status422UnprocessableEntity);
    }
}
