using Microsoft.EntityFrameworkCore;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Erasing;

/// <summary>Finds what belongs to one citizen, and what stands against erasing it.</summary>
internal sealed class ErasureSearch(TriageDbContext db)
{
    /// <summary>The cases with this number, or in which somebody wrote from this address; oldest first, without those erased before.</summary>
    public async Task<IReadOnlyList<Erasable>> FindAsync(string numberOrAddress, CancellationToken cancellation)
    {
        var found = new List<Erasable>();
        foreach (var id in await IdsAsync(numberOrAddress.Trim(), cancellation))
        {
            if (!found.Any(f => f.Cases.Any(c => c.Id == id)))
            {
                found.Add(await WithPartsAsync(id, cancellation));
            }
        }

        return found;
    }

    /// <summary>The case with everything that shares its message.</summary>
    public async Task<Erasable> WithPartsAsync(long caseId, CancellationToken cancellation)
    {
        var ids = new HashSet<long> { caseId };
        for (var before = 0; before < ids.Count;)
        {
            before = ids.Count;
            var links = await db.Splits.AsNoTracking().Where(s => ids.Contains(s.OriginId) || ids.Contains(s.PartId))
                .Select(s => new { s.OriginId, s.PartId }).ToListAsync(cancellation);
            ids.UnionWith(links.SelectMany(l => new[] { l.OriginId, l.PartId }));
        }

        var cases = await db.Cases.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellation);
        return new Erasable(cases, await RefusalAsync(cases, cancellation));
    }

    // What is being worked on, or on its way to the citizen, is needed.
    private async Task<string?> RefusalAsync(List<Case> cases, CancellationToken cancellation)
    {
        if (cases.Find(c => !c.IsDone) is { } open)
        {
            return $"Der Vorgang {open.Number} ist noch nicht erledigt. Bitten Sie das Amt, ihn abzuschließen.";
        }

        var ids = cases.ConvertAll(c => c.Id);
        if (await db.Outbox.AnyAsync(o => ids.Contains(o.CaseId) && (o.State == SendState.Held || o.State == SendState.Queued || o.State == SendState.Sending), cancellation))
        {
            return "Eine freigegebene Antwort ist noch nicht hinausgegangen. Bitte versuchen Sie es in einigen Minuten noch einmal.";
        }

        if (await db.Notices.AnyAsync(n => ids.Contains(n.CaseId) && (n.State == SendState.Queued || n.State == SendState.Sending), cancellation))
        {
            return "Eine Benachrichtigung ist noch nicht hinausgegangen. Bitte versuchen Sie es in einigen Minuten noch einmal.";
        }

        return await db.Work.AnyAsync(w => w.State == WorkState.Ready && db.RawMessages.Any(r => r.Id == w.RawMessageId && ids.Contains(r.CaseId!.Value)), cancellation)
            ? "Eine Nachricht wird gerade verarbeitet. Bitte versuchen Sie es in einigen Minuten noch einmal."
            : null;
    }

    private async Task<List<long>> IdsAsync(string typed, CancellationToken cancellation)
    {
        var (number, address) = (typed.ToUpperInvariant(), FoldedAddress.Of(typed));
        var open = db.Cases.Where(c => c.ErasedAt == null);
        var ids = new SortedSet<long>(await open.Where(c => c.Number == number).Select(c => c.Id).ToListAsync(cancellation));
        var written = open.Where(c => c.CitizenAddress != null).Select(c => new { c.Id, Address = c.CitizenAddress! })
            .Concat(Incoming().Where(m => m.FromAddress != null).Select(m => new { Id = m.CaseId, Address = m.FromAddress! }))
            .Concat(Incoming().Where(m => m.ReplyTo != null).Select(m => new { Id = m.CaseId, Address = m.ReplyTo! }));
        // Compared here: lower() leaves an "Ä" as it is in SQLite, and in PostgreSQL what it does depends on the server's locale.
        await foreach (var row in written.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (FoldedAddress.Of(row.Address) == address)
            {
                ids.Add(row.Id);
            }
        }

        return [.. ids];
    }

    private IQueryable<CaseMessage> Incoming() =>
        db.Messages.Where(m => m.Direction == MessageDirection.In && db.Cases.Any(c => c.Id == m.CaseId && c.ErasedAt == null));
}
