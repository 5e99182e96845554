using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Learning;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Cases.Splitting;

/// <summary>Takes a split back: the part is closed, and its concern is the first case's again.</summary>
internal sealed class Joiner(TriageDbContext db, RemainingMessage remaining, Decisions decisions, CaseChange change, TimeProvider time)
{
    /// <summary>The split that can be seen from this case: its own origin's, or that of a part of it. Null: there is none.</summary>
    public Task<CaseSplit?> FindAsync(Case from, long partId, CancellationToken cancellation) =>
        db.Splits.SingleOrDefaultAsync(s => s.PartId == partId && (s.PartId == from.Id || s.OriginId == from.Id) && s.JoinedAt == null, cancellation);

    /// <summary>Why the split cannot be taken back from this case, as a sentence for people; null: it can.</summary>
    public async Task<string?> RefusalAsync(CaseSplit split, Case from, CancellationToken cancellation)
    {
        var part = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == split.PartId, cancellation);
        if (part.IsDone || await db.Outbox.AnyAsync(o => o.CaseId == part.Id && o.State != SendState.Recalled && o.State != SendState.Rejected, cancellation))
        {
            return "Zusammenführen ist nicht mehr möglich: Der abgespaltene Vorgang ist schon beantwortet oder erledigt.";
        }

        if (await db.Splits.AnyAsync(s => s.OriginId == part.Id && s.JoinedAt == null, cancellation))
        {
            return "Vom abgespaltenen Vorgang ist selbst ein Anliegen abgespalten. Führen Sie zuerst dieses zusammen.";
        }

        // From the first case alone, nobody takes a colleague's work away.
        var worked = part.AssigneeId is not null || await db.Replies.AnyAsync(r => r.CaseId == part.Id, cancellation);
        return from.Id != part.Id && worked ? "Den abgespaltenen Vorgang bearbeitet schon jemand. Bitte sprechen Sie mit dem Amt; zusammenführen kann es ihn selbst." : null;
    }

    /// <summary>
    /// Joins, or gives the reason why not. Both cases change, so that an answer under review in either is looked at again before
    /// it goes out.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">One of the cases changed just now; nothing was joined.</exception>
    public Task<string?> JoinAsync(CaseSplit split, Case from, StaffIdentity who, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            // Read before the question whether it may be joined: an approval that comes between the two changes this version.
            var part = await db.Cases.SingleAsync(c => c.Id == split.PartId, cancellation);
            if (await RefusalAsync(split, from, cancellation) is { } refusal)
            {
                return refusal;
            }

            var now = time.GetUtcNow();
            var origin = await db.Cases.SingleAsync(c => c.Id == split.OriginId, cancellation);
            split.Join(who.Id, now);
            part.Attention = null;
            part.Close(CloseReason.Joined, now);
            Return(origin);
            change.Note(part, $"Mit dem Vorgang {origin.Number} zusammengeführt.", who);
            change.Note(origin, $"Der Vorgang {part.Number} ist wieder Teil dieses Vorgangs. Bitte beantworten Sie auch dieses Anliegen.", who);
            await decisions.RecordAsync(
                origin, DecisionKind.Joined, suggestionVisible: true, cancellation, new AlsoDecided(split.Department, split.Topic, split.SuggestedTopic));
            await remaining.RedraftAsync(split.MessageId, cancellation);
            await db.AppendAsync(new AuditEvent("join", "case", part.Id, who.Id, $"into={origin.Id}"), time, cancellation);
            return null;
        },
        cancellation);

    // A case that was answered or waits has something to do again; nothing must be lost with the part.
    private static void Return(Case origin)
    {
        if (origin.Status is CaseStatus.Closed or CaseStatus.Waiting)
        {
            origin.Wake();
        }
        else
        {
            origin.Touch();
        }
    }
}
