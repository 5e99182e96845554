using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Models.Retrieving;
using Triage.Service.Storage;

namespace Triage.Service.Retrieving;

/// <summary>
/// The folder of articles. At the first start they are taken over as released, because it is the town's own reviewed text.
/// What changes in it later is never taken silently: it waits as an import that an editor looks through.
/// </summary>
internal sealed class KnowledgeFolder(TriageDbContext db, IOptions<KnowledgeOptions> options, KnowledgeReader reader, TimeProvider time)
{
    public const string Provenance = "Ordner data/knowledge, beim ersten Start übernommen";

    /// <summary>Takes the articles over where there are none yet.</summary>
    public async Task TakeOverAsync(CancellationToken cancellation)
    {
        if (!await db.Knowledge.AnyAsync(cancellation))
        {
            await db.InTransactionAsync(() => AddAsync([.. Read().Select(i => i.Article).OfType<KnowledgeArticle>()], cancellation), cancellation);
        }
    }

    /// <summary>Lays out for an editor what the folder holds and no version does. One open offer at most: a newer look replaces an older one.</summary>
    public async Task OfferChangesAsync(CancellationToken cancellation)
    {
        var known = (await db.KnowledgeVersions.Select(v => v.Hash).ToListAsync(cancellation)).ToHashSet();
        var changed = Read().Where(i => i.Article is null || !known.Contains(ArticleFile.Hash(i.Article))).ToList();
        await db.KnowledgeImports.Where(i => i.StaffId == null && i.TakenAt == null).ExecuteDeleteAsync(cancellation);
        if (changed.Count > 0)
        {
            db.KnowledgeImports.Add(new KnowledgeImport { At = time.GetUtcNow(), StaffId = null, Items = changed });
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task AddAsync(List<KnowledgeArticle> articles, CancellationToken cancellation)
    {
        var origin = new VersionOrigin(Provenance, time.GetUtcNow(), AuthorId: null);
        var entries = articles.Select(a => new KnowledgeEntry { Slug = a.Id, Newest = 1 }).ToList();
        db.Knowledge.AddRange(entries);
        await db.SaveChangesAsync(cancellation);
        foreach (var (article, entry) in articles.Zip(entries))
        {
            var version = KnowledgeVersion.Of(article, entry.Id, 1, origin);
            version.Release(origin.At, by: null);
            db.KnowledgeVersions.Add(version);
        }
    }

    private List<ImportItem> Read() =>
        Unique([.. Files().Select(f => reader.ReadMarkdown(Path.GetRelativePath(options.Value.Folder, f), File.ReadAllText(f)))]);

    private static List<ImportItem> Unique(List<ImportItem> items)
    {
        var ids = new HashSet<string>();
        return [.. items.Select(i => i.Article is null || ids.Add(i.Article.Id) ? i : new ImportItem(i.File, null, $"Den Kurznamen {i.Article.Id} trägt schon eine andere Datei."))];
    }

    private IEnumerable<string> Files() => Directory.Exists(options.Value.Folder)
        ? Directory.EnumerateFiles(options.Value.Folder, "*.md", SearchOption.AllDirectories)
            .Where(f => !Path.GetFileName(f).Equals("README.md", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
        : [];
}
