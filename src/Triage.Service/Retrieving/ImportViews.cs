using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Storage;

namespace Triage.Service.Retrieving;

/// <summary>Shows what an import would change before it is taken.</summary>
internal sealed class ImportViews(TriageDbContext db)
{
    /// <summary>Null: there is no such import.</summary>
    public async Task<ImportView?> FindAsync(long id, CancellationToken cancellation)
    {
        var import = await db.KnowledgeImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellation);
        if (import is null)
        {
            return null;
        }

        var slugs = import.Items.Select(i => i.Article?.Id).OfType<string>().ToList();
        var versions = (await db.KnowledgeVersions.AsNoTracking()
                .Join(db.Knowledge.Where(a => slugs.Contains(a.Slug)), v => v.ArticleId, a => a.Id, (v, a) => new { a.Slug, Version = v })
                .ToListAsync(cancellation))
            .ToLookup(v => v.Slug, v => v.Version);
        return new ImportView(
            id,
            import.StaffId is null ? "Geändert im Ordner data/knowledge" : $"Einfuhr vom {German.Moment(import.At)}",
            import.TakenAt is not null,
            [.. import.Items.Select(i => Row(i, i.Article is null ? [] : versions[i.Article.Id]))]);
    }

    private static ImportRow Row(ImportItem item, IEnumerable<KnowledgeVersion> versions)
    {
        if (item.Article is not { } article)
        {
            return new ImportRow(item.File, null, null, $"Nicht lesbar: {item.Reason}", CanTake: false, []);
        }

        var newest = versions.MaxBy(v => v.Version);
        var hash = ArticleFile.Hash(article);
        return (newest, versions.FirstOrDefault(v => v.Hash == hash)) switch
        {
            (null, _) => new ImportRow(item.File, article.Id, article.Title, "neuer Artikel", CanTake: true, ArticleDiff.Of(null, article)),
            (_, { } same) when same.Version == newest.Version => new ImportRow(item.File, article.Id, article.Title, "unverändert", CanTake: false, []),
            var (_, same) => new ImportRow(
                item.File, article.Id, article.Title, same is null ? "geändert" : $"wie die ältere Fassung {same.Version}", CanTake: true,
                ArticleDiff.Of(newest.ToArticle(article.Id), article)),
        };
    }
}
