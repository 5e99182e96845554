using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>Who looks at which case just now. A page tells so when it is opened and every 20 seconds after.</summary>
internal sealed class Presence(TriageDbContext db, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);

    public async Task BeatAsync(long caseId, StaffIdentity who, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var known = await db.Presence.Where(p => p.CaseId == caseId && p.StaffId == who.Id)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.SeenAt, now), cancellation);
        if (known > 0)
        {
            return;
        }

        // One statement, because a person may open a case in two windows at once.
        var instant = (now.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Presence" ("CaseId", "StaffId", "SeenAt") VALUES ({caseId}, {who.Id}, {instant}) ON CONFLICT ("CaseId", "StaffId") DO NOTHING""",
            cancellation);
    }

    /// <summary>Names of colleagues by case, without the person who asks.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> NamesAsync(IReadOnlyList<long> cases, StaffIdentity who, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - Fresh;
        var seen = await db.Presence.Where(p => cases.Contains(p.CaseId) && p.StaffId != who.Id && p.SeenAt > since)
            .Join(db.Users, p => p.StaffId, s => s.Id, (p, s) => new { p.CaseId, s.DisplayName }).ToListAsync(cancellation);
        return seen.GroupBy(s => s.CaseId)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(s => s.DisplayName).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The cases that colleagues look at.</summary>
    public async Task<IReadOnlySet<long>> ElsewhereAsync(StaffIdentity who, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - Fresh;
        return (await db.Presence.Where(p => p.StaffId != who.Id && p.SeenAt > since).Select(p => p.CaseId).ToListAsync(cancellation)).ToHashSet();
    }
}
