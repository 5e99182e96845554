using Microsoft.EntityFrameworkCore;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Sending;

/// <summary>A block in the list: its newest version, and the one that is in force (null: none).</summary>
public sealed record TextBlockRow(string Key, string Title, bool IsNotice, int Newest, int? InForce);

/// <summary>One block with its newest wording.</summary>
public sealed record TextBlockView(
    long Id, string Key, string Title, bool IsNotice, int Version, bool Released, int? InForce, string Subject, IReadOnlyDictionary<string, string> Texts)
{
    public FormError? Error { get; init; }

    internal static async Task<IReadOnlyList<TextBlockRow>> ListAsync(TriageDbContext db, CancellationToken cancellation) =>
        [.. await db.TextBlocks.Where(b => b.Purpose != TextBlockPurpose.Standard).OrderBy(b => b.Title).Select(b => new TextBlockRow(
            b.Key,
            b.Title,
            b.Purpose == TextBlockPurpose.Notice,
            db.TextBlockVersions.Where(v => v.TextBlockId == b.Id).Max(v => v.Version),
            db.TextBlockVersions.Where(v => v.TextBlockId == b.Id && v.Released == 1).Max(v => (int?)v.Version))).ToListAsync(cancellation)];

    internal static async Task<TextBlockView?> FindAsync(TriageDbContext db, string key, CancellationToken cancellation)
    {
        var block = await db.TextBlocks.AsNoTracking().SingleOrDefaultAsync(b => b.Key == key && b.Purpose != TextBlockPurpose.Standard, cancellation);
        if (block is null)
        {
            return null;
        }

        var versions = await db.TextBlockVersions.AsNoTracking().Where(v => v.TextBlockId == block.Id).OrderByDescending(v => v.Version).ToListAsync(cancellation);
        var newest = versions[0];
        return new TextBlockView(
            block.Id, block.Key, block.Title, block.Purpose == TextBlockPurpose.Notice, newest.Version, newest.Released == 1,
            versions.Find(v => v.Released == 1)?.Version, newest.Subject, newest.Texts);
    }
}
