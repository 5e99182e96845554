using Microsoft.EntityFrameworkCore;

namespace Triage.Service.Storage;

/// <summary>
/// Keeps an erasure apart from what is being stored: bytes between their storing and the commit of the row that points to
/// them, and words that come back after their case was erased. SQLite has one writer at a time anyway.
/// </summary>
internal static class ContentLock
{
    /// <summary>Any number that no other advisory lock uses.</summary>
    private const long PostgresLock = 7_403_222;

    /// <summary>Before rows that point to these bytes are committed, inside their transaction.</summary>
    /// <exception cref="IOException">The bytes were erased just now, with another citizen's; store them again.</exception>
    public static async Task PointToAsync(this TriageDbContext db, ContentStore content, IEnumerable<string> sha256, CancellationToken cancellation)
    {
        await db.ShareAsync(cancellation);
        if (sha256.FirstOrDefault(s => !content.Has(s)) is { } gone)
        {
            throw new IOException($"The content {gone} was erased while it was being stored. It is stored again at the next attempt.");
        }
    }

    /// <summary>Before words about a case are stored that took long to make, inside their transaction.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The case was erased meanwhile.</exception>
    public static async Task DemandNotErasedAsync(this TriageDbContext db, long caseId, CancellationToken cancellation)
    {
        await db.ShareAsync(cancellation);
        if (await db.Cases.AnyAsync(c => c.Id == caseId && c.ErasedAt != null, cancellation))
        {
            throw new DbUpdateConcurrencyException($"The case {caseId} was erased meanwhile.");
        }
    }

    /// <summary>Before bytes are erased, inside the erasure's transaction.</summary>
    public static async Task LockContentAsync(this TriageDbContext db, CancellationToken cancellation)
    {
        if (db is PostgresTriageDbContext)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresLock})", cancellation);
        }
    }

    private static async Task ShareAsync(this TriageDbContext db, CancellationToken cancellation)
    {
        if (db is PostgresTriageDbContext)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({PostgresLock})", cancellation);
        }
    }
}
