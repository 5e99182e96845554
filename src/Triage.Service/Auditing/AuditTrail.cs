using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Storage;

namespace Triage.Service.Auditing;

/// <summary>What happened, for <see cref="AuditTrail"/>: ids, enumerations and hashes only.</summary>
internal sealed record AuditEvent(string Action, string Subject, long? SubjectId, long? ActorId, string Detail = "");

/// <summary>Appends to the hash chain, in the transaction of the change that it records.</summary>
internal static class AuditTrail
{
    /// <summary>Any number that no other advisory lock uses.</summary>
    private const long PostgresLock = 7_403_221;

    private static readonly string Genesis = new('0', 64);

    /// <summary>Adds the entry to the context; the caller saves and commits it together with its change.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public static async Task AppendAsync(this TriageDbContext db, AuditEvent what, TimeProvider time, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException($"The audit entry '{what.Action}' needs the transaction of the change it records.");
        }

        if (db is PostgresTriageDbContext)
        {
            // Two writers would otherwise read the same last row and one would fail; SQLite has one writer anyway.
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresLock})", cancellation);
        }

        var added = db.Audit.Local.Where(a => db.Entry(a).State == EntityState.Added).MaxBy(a => a.Sequence);
        var (sequence, hash) = added is null ? await EndAsync(db, cancellation) : (added.Sequence, added.Hash);
        var next = Next(sequence, hash, what, Microseconds(time.GetUtcNow()));
        db.Audit.Add(next);
        await SetHeadAsync(db, next, cancellation);
    }

    /// <summary>The first row that is missing, or whose hash, predecessor or number is wrong; null when the chain is whole.</summary>
    public static async Task<long?> FirstBadRowAsync(this TriageDbContext db, CancellationToken cancellation)
    {
        // Read first, because entries may come meanwhile: the chain must reach it, and nothing in the chain itself tells that its
        // end was cut off.
        var head = await db.Settings.AsNoTracking().Where(s => s.Key == Setting.AuditHead).Select(s => s.Value).SingleOrDefaultAsync(cancellation);
        var (sequence, previous, reached) = (0L, Genesis, false);
        await foreach (var row in db.Audit.AsNoTracking().OrderBy(a => a.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            sequence++;
            if (row.Sequence != sequence || row.PreviousHash != previous || row.Hash != HashOf(row))
            {
                return sequence;
            }

            previous = row.Hash;
            reached |= head == Head(sequence, previous);
        }

        return reached || (head is null && sequence == 0) ? null : sequence + 1;
    }

    // Where the chain went to, and not where it stands now: an end that was cut off or written anew must stay visible, as a gap or
    // as a row that does not follow its neighbour.
    private static async Task<(long Sequence, string Hash)> EndAsync(TriageDbContext db, CancellationToken cancellation)
    {
        var head = await db.Settings.AsNoTracking().Where(s => s.Key == Setting.AuditHead).Select(s => s.Value).SingleOrDefaultAsync(cancellation);
        var last = await db.Audit.AsNoTracking().OrderByDescending(a => a.Sequence).Select(a => new { a.Sequence, a.Hash }).FirstOrDefaultAsync(cancellation);
        return head?.Split(':') is [var number, var known] && long.TryParse(number, CultureInfo.InvariantCulture, out var reached)
            ? (Math.Max(reached, last?.Sequence ?? 0), known)
            : (last?.Sequence ?? 0, last?.Hash ?? Genesis);
    }

    private static async Task SetHeadAsync(TriageDbContext db, AuditEntry last, CancellationToken cancellation)
    {
        var value = Head(last.Sequence, last.Hash);
        if (await db.Settings.FindAsync([Setting.AuditHead], cancellation) is { } head)
        {
            head.Value = value;
        }
        else
        {
            db.Settings.Add(new Setting { Key = Setting.AuditHead, Value = value });
        }
    }

    private static string Head(long sequence, string hash) => string.Create(CultureInfo.InvariantCulture, $"{sequence}:{hash}");

    private static AuditEntry Next(long sequence, string previous, AuditEvent what, DateTimeOffset at)
    {
        AuditEntry Row(string hash) => new()
        {
            Sequence = sequence + 1,
            At = at,
            ActorId = what.ActorId,
            Action = what.Action,
            Subject = what.Subject,
            SubjectId = what.SubjectId,
            Detail = what.Detail,
            PreviousHash = previous,
            Hash = hash,
        };
        return Row(HashOf(Row("")));
    }

    // The database keeps microseconds, so the hash must not know more.
    private static DateTimeOffset Microseconds(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));

    private static string HashOf(AuditEntry row)
    {
        var canonical = string.Create(CultureInfo.InvariantCulture,
            $"{row.Sequence}|{row.At.UtcTicks}|{row.ActorId}|{row.Action}|{row.Subject}|{row.SubjectId}|{row.Detail}|{row.PreviousHash}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }
}
