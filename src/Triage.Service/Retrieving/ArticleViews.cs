using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Storage;

namespace Triage.Service.Retrieving;

/// <summary>Makes an article's page.</summary>
internal sealed class ArticleViews(TriageDbContext db, KnowledgeShelf shelf, Municipality town, TownFacts facts)
{
    /// <summary>
    /// The article in the version that is asked for, or the one in force, or the last that was. Null: there is none, or it
    /// is a draft and the person no editor.
    /// </summary>
    /// <param name="slug">Its id.</param>
    /// <param name="version">A number, or null.</param>
    /// <param name="passage">The range to mark; null, or beyond the text: none.</param>
    /// <param name="canEdit">Whether drafts may be seen.</param>
    /// <param name="cancellation">Stops the queries.</param>
    public async Task<ArticleView?> FindAsync(string slug, int? version, (int Start, int End)? passage, bool canEdit, CancellationToken cancellation)
    {
        var versions = await VersionsAsync(slug, cancellation);
        var inForce = await InForceAsync(versions, cancellation);
        var shown = versions.Where(v => canEdit || v.State != ArticleState.Draft)
            .FirstOrDefault(v => v.Version == (version ?? inForce ?? v.Version));
        if (shown is null)
        {
            return null;
        }

        var article = shown.ToArticle(slug) with { Markdown = Placeholders.Fill(shown.Markdown, facts).Text };
        Range? range = passage is var (start, end) && start >= 0 && start < end && end <= article.Markdown.Length ? start..end : null;
        return new ArticleView
        {
            Slug = slug,
            Title = shown.Title,
            Version = shown.Version,
            Facts = Facts(shown, inForce),
            Warnings = Warnings(shown, inForce, passage is not null && range is null),
            Html = ArticleHtml.Render(article.Markdown, range),
            Url = ArticleHtml.IsSafe(shown.Url) ? shown.Url : null,
            Conflict = await ConflictAsync(shown.ConflictsWith, cancellation),
            Versions = await HistoryAsync(versions, shown, inForce, canEdit, cancellation),
            CanEdit = canEdit,
            CanRelease = canEdit && shown.Version == versions[0].Version && shown.State != ArticleState.Released,
            CanRetire = canEdit && versions.Any(v => v.State == ArticleState.Released),
            Marked = range is not null,
        };
    }

    /// <summary>All versions, newest first; none when there is no such article.</summary>
    public Task<List<KnowledgeVersion>> VersionsAsync(string slug, CancellationToken cancellation) =>
        db.KnowledgeVersions.AsNoTracking()
            .Where(v => db.Knowledge.Any(a => a.Id == v.ArticleId && a.Slug == slug))
            .OrderByDescending(v => v.Version).ToListAsync(cancellation);

    private async Task<int?> InForceAsync(List<KnowledgeVersion> versions, CancellationToken cancellation) => versions.Count == 0
        ? null
        : (await shelf.InForceAsync(cancellation)).Where(k => k.ArticleId == versions[0].ArticleId).Select(k => (int?)k.Version).FirstOrDefault();

    private List<ArticleFact> Facts(KnowledgeVersion version, int? inForce)
    {
        (string Name, string? Value)[] all =
        [
            ("Stand", State(version, inForce)),
            ("Amt", town.Department(version.Department)?.Name ?? version.Department),
            ("Thema", town.Topic(version.Topic)?.Name),
            ("Quelle", version.Source),
            ("Herkunft", version.Provenance),
            ("Gültig", version.ValidUntil is { } end ? $"{German.Date(version.ValidFrom)} bis {German.Date(end)}" : $"ab {German.Date(version.ValidFrom)}"),
            ("Geprüft", version.Reviewer is null ? German.Date(version.ReviewedAt) : $"{German.Date(version.ReviewedAt)} von {version.Reviewer}"),
            ("Nächste Prüfung", version.ReviewBy is { } by ? $"bis {German.Date(by)}" : null),
            ("Andere Wörter", version.Synonyms.Count == 0 ? null : string.Join(", ", version.Synonyms)),
        ];
        return [.. all.Where(f => f.Value is not null).Select(f => new ArticleFact(f.Name, f.Value!))];
    }

    private List<string> Warnings(KnowledgeVersion version, int? inForce, bool lost)
    {
        var warnings = new List<string>();
        if (version.Version != inForce)
        {
            warnings.Add(inForce is null
                ? "Dieser Artikel ist nicht in Kraft. Er wird nicht durchsucht."
                : $"Sie sehen Fassung {version.Version}. In Kraft ist Fassung {inForce}.");
        }

        if (KnowledgeLists.IsStale(version.ReviewedAt, version.ReviewBy, shelf.Today))
        {
            warnings.Add($"Veraltet: Die Prüfung ist überfällig. Zuletzt geprüft am {German.Date(version.ReviewedAt)}.");
        }

        if (lost)
        {
            warnings.Add("Die zitierte Stelle gibt es in dieser Fassung nicht mehr.");
        }

        return warnings;
    }

    private static string State(KnowledgeVersion version, int? inForce) => version.State switch
    {
        ArticleState.Draft => "Entwurf, nicht freigegeben",
        ArticleState.Retired => "zurückgezogen",
        _ when version.Version == inForce => "in Kraft",
        _ => inForce < version.Version || inForce is null ? "freigegeben, noch nicht oder nicht mehr gültig" : "abgelöst",
    };

    private async Task<ArticleFact?> ConflictAsync(string? other, CancellationToken cancellation) => other is null
        ? null
        : new ArticleFact(other, (await VersionsAsync(other, cancellation)).FirstOrDefault()?.Title ?? other);

    private async Task<IReadOnlyList<VersionRow>> HistoryAsync(
        List<KnowledgeVersion> versions, KnowledgeVersion shown, int? inForce, bool canEdit, CancellationToken cancellation)
    {
        var authors = versions.Select(v => v.AuthorId).OfType<long>().Distinct().ToList();
        var names = await db.Users.Where(u => authors.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        return [.. versions.Where(v => canEdit || v.State != ArticleState.Draft).Select(v => new VersionRow(
            v.Version, State(v, inForce), German.Moment(v.At), v.AuthorId is { } id ? names.GetValueOrDefault(id, "") : "Programm", v.Provenance, v.Version == shown.Version))];
    }
}
