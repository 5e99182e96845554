using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Auditing;
using Triage.Service.Storage;

namespace Triage.Service.Retrieving;

/// <summary>What editors do to articles. Each change is audited in its own transaction; nothing is ever overwritten.</summary>
internal sealed class KnowledgeEditor(TriageDbContext db, KnowledgeHost host, TimeProvider time)
{
    /// <summary>
    /// Saves a new version, unreleased. <paramref name="basedOn"/> is the version that the editor started from, 0 for a
    /// new article. Null: somebody else saved meanwhile, or the name of a new article is taken; nothing is saved.
    /// </summary>
    public async Task<int?> SaveAsync(KnowledgeArticle article, int basedOn, VersionOrigin origin, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(() => AddAsync(article, basedOn, origin, cancellation), cancellation);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || basedOn == 0)
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <summary>Lets the newest version be searched from its first day on. False: it is not the newest, or not waiting.</summary>
    public async Task<bool> ReleaseAsync(string slug, int version, long actor, CancellationToken cancellation)
    {
        var released = await db.InTransactionAsync(
            async () =>
            {
                var entry = await db.Knowledge.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug && a.Newest == version, cancellation);
                var row = entry is null ? null : await db.KnowledgeVersions
                    .SingleOrDefaultAsync(v => v.ArticleId == entry.Id && v.Version == version && v.State != ArticleState.Released, cancellation);
                if (row is null)
                {
                    return false;
                }

                row.Release(time.GetUtcNow(), actor);
                await AuditAsync("release-article", row.ArticleId, actor, $"version={version};hash={row.Hash}", cancellation);
                return true;
            },
            cancellation);
        host.Changed();
        return released;
    }

    /// <summary>Takes an article out of the search, all of its versions. False: it was not in it.</summary>
    public async Task<bool> RetireAsync(string slug, long actor, CancellationToken cancellation)
    {
        var retired = await db.InTransactionAsync(
            async () =>
            {
                var id = await db.Knowledge.Where(a => a.Slug == slug).Select(a => (long?)a.Id).SingleOrDefaultAsync(cancellation);
                var changed = await db.KnowledgeVersions.Where(v => v.ArticleId == id && v.State == ArticleState.Released)
                    .ExecuteUpdateAsync(v => v.SetProperty(x => x.State, ArticleState.Retired), cancellation);
                if (changed > 0)
                {
                    await AuditAsync("retire-article", id, actor, $"versions={changed}", cancellation);
                }

                return changed > 0;
            },
            cancellation);
        host.Changed();
        return retired;
    }

    private async Task<int?> AddAsync(KnowledgeArticle article, int basedOn, VersionOrigin origin, CancellationToken cancellation)
    {
        var entry = await db.Knowledge.SingleOrDefaultAsync(a => a.Slug == article.Id, cancellation);
        if ((entry?.Newest ?? 0) != basedOn)
        {
            return null;
        }

        if (entry is null)
        {
            entry = new KnowledgeEntry { Slug = article.Id, Newest = 1 };
            db.Knowledge.Add(entry);
            await db.SaveChangesAsync(cancellation);
        }
        else
        {
            entry.Newest = basedOn + 1;
        }

        var version = KnowledgeVersion.Of(article, entry.Id, entry.Newest, origin);
        db.KnowledgeVersions.Add(version);
        await AuditAsync("save-article", entry.Id, origin.AuthorId, $"version={version.Version};hash={version.Hash}", cancellation);
        return version.Version;
    }

    private Task AuditAsync(string action, long? id, long? actor, string detail, CancellationToken cancellation) =>
        db.AppendAsync(new AuditEvent(action, "article", id, actor, detail), time, cancellation);
}
