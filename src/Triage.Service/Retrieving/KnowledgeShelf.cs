using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Storage;

namespace Triage.Service.Retrieving;

/// <summary>A version by its numbers in the database.</summary>
internal readonly record struct VersionKey(long ArticleId, int Version);

/// <summary>Which wordings hold today: of the released ones that have begun, the newest of each article, unless it has ended.</summary>
internal sealed class KnowledgeShelf(TriageDbContext db, TownFacts facts, TimeProvider time)
{
    public DateOnly Today => DateOnly.FromDateTime(German.Local(time.GetUtcNow()).Date);

    /// <summary>The versions in force, ordered.</summary>
    public async Task<IReadOnlyList<VersionKey>> InForceAsync(CancellationToken cancellation)
    {
        var today = Today;
        var begun = await db.KnowledgeVersions
            .Where(v => v.State == ArticleState.Released && v.ValidFrom <= today)
            .Select(v => new { v.ArticleId, v.Version, v.ValidUntil })
            .ToListAsync(cancellation);
        return [.. begun.GroupBy(v => v.ArticleId)
            .Select(article => article.MaxBy(v => v.Version)!)
            .Where(v => v.ValidUntil is null || v.ValidUntil >= today)
            .Select(v => new VersionKey(v.ArticleId, v.Version))
            .OrderBy(v => v.ArticleId)];
    }

    /// <summary>Their articles with placeholders filled in, and the ids of those that refer to a fact that is gone.</summary>
    public async Task<(IReadOnlyList<KnowledgeArticle> Articles, IReadOnlyList<string> Unusable)> LoadAsync(
        IReadOnlyList<VersionKey> keys, CancellationToken cancellation)
    {
        var wanted = keys.ToHashSet();
        var rows = await db.KnowledgeVersions.AsNoTracking().Where(v => v.State == ArticleState.Released)
            .Join(db.Knowledge, v => v.ArticleId, a => a.Id, (v, a) => new { a.Slug, Version = v })
            .ToListAsync(cancellation);
        var (articles, unusable) = (new List<KnowledgeArticle>(), new List<string>());
        foreach (var row in rows.Where(r => wanted.Contains(new(r.Version.ArticleId, r.Version.Version))).OrderBy(r => r.Slug, StringComparer.Ordinal))
        {
            try
            {
                articles.Add(ArticleFile.Fill(row.Version.ToArticle(row.Slug), facts));
            }
            catch (FormatException)
            {
                unusable.Add(row.Slug);
            }
        }

        return (articles, unusable);
    }
}
