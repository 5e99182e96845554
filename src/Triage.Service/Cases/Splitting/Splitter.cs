using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Learning;
using Triage.Service.Storage;

namespace Triage.Service.Cases.Splitting;

/// <summary>
/// Takes a concern out of a case as a case of its own, because a person said so. The new case, the link, both notes, the
/// decision and the audit entry commit together.
/// </summary>
internal sealed class Splitter(
    TriageDbContext db, PartMaker parts, RemainingMessage remaining, Decisions decisions, CaseChange change, PipelineSignal signal, TimeProvider time)
{
    /// <summary>The split, new or (after a double click) the one that exists; null: the case changed since the person saw it.</summary>
    public async Task<CaseSplit?> SplitAsync(Case origin, SplitChoice choice, StaffIdentity who, CancellationToken cancellation)
    {
        try
        {
            var split = await db.InTransactionAsync(() => SplitInsideAsync(origin, choice, who, cancellation), cancellation);
            signal.Raise();
            return split;
        }
        catch (DbUpdateException e) when (e.IsLostRace())
        {
            // Of two clicks at once, the unique key and the case's version let one through.
            db.ChangeTracker.Clear();
            return await FindAsync(choice.Key, cancellation);
        }
    }

    private Task<CaseSplit?> FindAsync(string key, CancellationToken cancellation) =>
        db.Splits.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key && s.JoinedAt == null, cancellation);

    private async Task<CaseSplit?> SplitInsideAsync(Case origin, SplitChoice choice, StaffIdentity who, CancellationToken cancellation)
    {
        if (await FindAsync(choice.Key, cancellation) is { } known)
        {
            return known;
        }

        if (origin.Version != choice.CaseVersion)
        {
            return null;
        }

        var message = await parts.MakeAsync(origin, choice, cancellation);
        var part = await db.Cases.SingleAsync(c => c.Id == message.CaseId, cancellation);
        var split = Row(origin, message, choice, who);
        db.Splits.Add(split);
        await RecordAsync(origin, part, split, who, cancellation);
        await remaining.RedraftAsync(split.MessageId, cancellation);
        return split;
    }

    private CaseSplit Row(Case origin, CaseMessage part, SplitChoice choice, StaffIdentity who) => new()
    {
        OriginId = origin.Id,
        PartId = part.CaseId,
        MessageId = choice.Message.Id,
        PartMessageId = part.Id,
        Key = choice.Key,
        Sentences = choice.Places,
        Department = choice.Target.Department,
        Topic = choice.Target.Topic,
        SuggestedTopic = choice.SuggestedTopic,
        SplitBy = who.Id,
        SplitAt = time.GetUtcNow(),
    };

    private async Task RecordAsync(Case origin, Case part, CaseSplit split, StaffIdentity who, CancellationToken cancellation)
    {
        origin.Touch();
        change.Note(origin, $"Ein weiteres Anliegen hat jetzt den Vorgang {part.Number}.", who);
        change.Note(part, $"Abgespalten vom Vorgang {origin.Number}.", who);
        // As after a re-routing: whoever sent a case away may still read it.
        db.ReadLinks.Add(new CaseReadLink(part.Id, who.Id));
        await decisions.RecordAsync(
            origin, DecisionKind.Split, suggestionVisible: true, cancellation, new AlsoDecided(split.Department, split.Topic, split.SuggestedTopic));
        await db.AppendAsync(
            new AuditEvent("split", "case", origin.Id, who.Id, $"part={part.Id};message={split.MessageId};sentences={split.Sentences.Count};department={split.Department};topic={split.Topic};suggested={split.SuggestedTopic}"),
            time, cancellation);
    }
}
