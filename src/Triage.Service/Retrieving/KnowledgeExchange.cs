using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Triage.Models.Retrieving;
using Triage.Service.Auditing;
using Triage.Service.Storage;

namespace Triage.Service.Retrieving;

/// <summary>Takes articles in, after a preview, and gives all of them out.</summary>
internal sealed class KnowledgeExchange(TriageDbContext db, KnowledgeEditor editor, TimeProvider time)
{
    /// <summary>Keeps files until the editor has seen what they change.</summary>
    public async Task<long> KeepAsync(IReadOnlyList<ImportItem> items, long? staffId, CancellationToken cancellation)
    {
        var import = new KnowledgeImport { At = time.GetUtcNow(), StaffId = staffId, Items = items };
        db.KnowledgeImports.Add(import);
        await db.SaveChangesAsync(cancellation);
        return import.Id;
    }

    /// <summary>Saves the chosen files as drafts, each as a new version of its article. Returns how many.</summary>
    public async Task<int> TakeAsync(long importId, IReadOnlySet<string> files, long actor, CancellationToken cancellation)
    {
        var import = await db.KnowledgeImports.SingleAsync(i => i.Id == importId, cancellation);
        var newest = await db.Knowledge.AsNoTracking().ToDictionaryAsync(a => a.Slug, a => a.Newest, cancellation);
        var taken = 0;
        foreach (var item in import.Items.Where(i => i.Article is not null && files.Contains(i.File)))
        {
            var origin = new VersionOrigin($"Einfuhr {importId}, Datei {item.File}", time.GetUtcNow(), actor);
            var saved = await editor.SaveAsync(item.Article!, newest.GetValueOrDefault(item.Article!.Id), origin, cancellation);
            taken += saved is null ? 0 : 1;
        }

        await db.InTransactionAsync(
            () =>
            {
                import.TakenAt = time.GetUtcNow();
                db.Update(import);
                return db.AppendAsync(new AuditEvent("import-articles", "knowledge-import", importId, actor, $"articles={taken}"), time, cancellation);
            },
            cancellation);
        return taken;
    }

    /// <summary>
    /// A zip of Markdown files, department by department: the newest version of every article, and all others below
    /// "fassungen". The first part imports again as the same articles.
    /// </summary>
    public async Task<byte[]> ExportAsync(long actor, CancellationToken cancellation)
    {
        var rows = await db.KnowledgeVersions.AsNoTracking()
            .Join(db.Knowledge, v => v.ArticleId, a => a.Id, (v, a) => new { a.Slug, a.Newest, Version = v })
            .ToListAsync(cancellation);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var row in rows.OrderBy(r => r.Slug, StringComparer.Ordinal).ThenBy(r => r.Version.Version))
            {
                var name = row.Version.Version == row.Newest
                    ? $"{row.Version.Department}/{row.Slug}.md"
                    : $"{KnowledgeReader.OldVersions}{row.Slug}/{row.Version.Version}.md";
                await using var entry = new StreamWriter(archive.CreateEntry(name).Open());
                await entry.WriteAsync(ArticleFile.Write(row.Version.ToArticle(row.Slug)));
            }
        }

        await db.InTransactionAsync(
            () => db.AppendAsync(new AuditEvent("export-articles", "article", null, actor, $"versions={rows.Count}"), time, cancellation), cancellation);
        return zip.ToArray();
    }
}
