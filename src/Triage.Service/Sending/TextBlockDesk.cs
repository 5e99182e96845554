using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Storage;

namespace Triage.Service.Sending;

/// <summary>Keeps the wordings of text blocks. A new one is a new version, unreleased: what went out before stays as it was.</summary>
internal sealed class TextBlockDesk(TriageDbContext db, TimeProvider time)
{
    /// <summary>The longest wording, in UTF-16 units.</summary>
    public const int MaxLength = 20_000;

    /// <summary>The key's block, or null.</summary>
    public Task<TextBlock?> FindAsync(string key, CancellationToken cancellation) =>
        db.TextBlocks.AsNoTracking().SingleOrDefaultAsync(b => b.Key == key, cancellation);

    /// <summary>Adds a wording to the block, which is made when the key is new.</summary>
    public Task WriteAsync(TextBlock block, string subject, IReadOnlyDictionary<string, string> texts, StaffIdentity who, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var known = await FindAsync(block.Key, cancellation);
            if (known is null)
            {
                db.TextBlocks.Add(known = block);
                await db.SaveChangesAsync(cancellation);
            }

            var version = 1 + (await db.TextBlockVersions.Where(v => v.TextBlockId == known.Id).MaxAsync(v => (int?)v.Version, cancellation) ?? 0);
            db.TextBlockVersions.Add(new TextBlockVersion { TextBlockId = known.Id, Version = version, Subject = subject, Texts = texts, At = time.GetUtcNow() });
            await db.AppendAsync(new AuditEvent("edit-text-block", "text-block", known.Id, who.Id, $"version={version}"), time, cancellation);
        },
        cancellation);

    /// <summary>Puts a version in force; false when there is none that waits for it.</summary>
    public Task<bool> ReleaseAsync(TextBlock block, int version, StaffIdentity who, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var changed = await db.TextBlockVersions.Where(v => v.TextBlockId == block.Id && v.Version == version && v.Released == 0)
                .ExecuteUpdateAsync(
                    v => v.SetProperty(x => x.Released, 1).SetProperty(x => x.ReleasedBy, who.Id).SetProperty(x => x.ReleasedByKind, StaffKind.Human),
                    cancellation);
            await db.AppendAsync(new AuditEvent("release-text-block", "text-block", block.Id, who.Id, $"version={version}"), time, cancellation);
            return changed == 1;
        },
        cancellation);

    /// <summary>Takes every version of a block out of force.</summary>
    public Task WithdrawAsync(TextBlock block, StaffIdentity who, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await db.TextBlockVersions.Where(v => v.TextBlockId == block.Id && v.Released == 1)
                .ExecuteUpdateAsync(
                    v => v.SetProperty(x => x.Released, 0).SetProperty(x => x.ReleasedBy, (long?)null).SetProperty(x => x.ReleasedByKind, (string?)null),
                    cancellation);
            await db.AppendAsync(new AuditEvent("withdraw-text-block", "text-block", block.Id, who.Id), time, cancellation);
        },
        cancellation);
}
