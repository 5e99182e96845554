using Microsoft.EntityFrameworkCore;
using Triage.Service.Cases;
using Triage.Service.Erasing;
using Triage.Service.Storage;

namespace Triage.Service.Intake;

/// <summary>Accepts messages: bytes to disk, then their row and their work in one commit, then the acknowledgement.</summary>
internal sealed class InquiryStore(TriageDbContext db, ContentStore content, CaseFactory cases, TimeProvider time)
{
    /// <summary>
    /// Stores the message. One that is known already (same key, or same bytes from the same source under a new key, as
    /// after a change of UIDVALIDITY) gives its first acceptance again.
    /// </summary>
    /// <exception cref="IOException">The disk is full; nothing was stored and nothing may be acknowledged.</exception>
    public async Task<Acceptance> AcceptAsync(string source, IncomingMessage message, CancellationToken cancellation)
    {
        if (await KnownAsync(source, message.Key, cancellation) is { } known)
        {
            return known;
        }

        StoredContent stored;
        await using (var raw = message.OpenRaw())
        {
            stored = await content.PutAsync(raw, cancellation);
        }

        return await db.InTransactionAsync(() => AddAsync(source, message, stored, cancellation), cancellation);
    }

    /// <summary>Whether the source's message was accepted before.</summary>
    public async Task<Acceptance?> KnownAsync(string source, string key, CancellationToken cancellation)
    {
        var erased = RawMessage.ErasedKey(key);
        var raw = await db.RawMessages.AsNoTracking().FirstOrDefaultAsync(r => r.Source == source && (r.SourceKey == key || r.SourceKey == erased), cancellation);
        return raw is null ? null : new Acceptance(raw.Id, await NumberAsync(raw.CaseId, cancellation));
    }

    private async Task<Acceptance> AddAsync(string source, IncomingMessage message, StoredContent stored, CancellationToken cancellation)
    {
        var twin = await db.RawMessages.AsNoTracking().Where(r => r.Source == source && r.Sha256 == stored.Sha256)
            .OrderBy(r => r.Id).FirstOrDefaultAsync(cancellation);
        if (twin is not null)
        {
            // Its case may have been erased, or be erased now; then these bytes go again.
            await db.LockContentAsync(cancellation);
        }

        await db.PointToAsync(content, [stored.Sha256], cancellation);
        var now = time.GetUtcNow();
        var opened = message.NewCase is { } fresh ? await OpenAsync(fresh, now, cancellation) : null;
        var caseId = opened?.Id ?? message.CaseId ?? twin?.CaseId;
        var again = twin is not null && twin.CaseId == caseId;
        var erased = again && await db.Cases.AnyAsync(c => c.Id == caseId && c.ErasedAt != null, cancellation);
        var raw = new RawMessage
        {
            Source = source,
            SourceKey = erased ? RawMessage.ErasedKey(message.Key) : message.Key,
            Sha256 = stored.Sha256,
            Size = stored.Size,
            ReceivedAt = now,
            CaseId = caseId,
        };
        db.RawMessages.Add(raw);
        await db.SaveChangesAsync(cancellation);
        if (again)
        {
            if (erased)
            {
                await ForgetAsync(caseId!.Value, stored, cancellation);
            }

            return new Acceptance(twin!.Id, CaseNumber: null);
        }

        db.Work.Add(new Work { RawMessageId = raw.Id, Step = PipelineStep.Read, NotBefore = now });
        return new Acceptance(raw.Id, opened?.Number);
    }

    // The mailbox still holds what was erased here, and showed it under a new key.
    private async Task ForgetAsync(long erasedCase, StoredContent stored, CancellationToken cancellation)
    {
        if ((await db.ContentOnlyOfAsync([erasedCase], cancellation)).Contains(stored.Sha256))
        {
            content.Delete(stored.Sha256);
        }
    }

    private async Task<Case> OpenAsync(NewCase fresh, DateTimeOffset now, CancellationToken cancellation)
    {
        var opened = await cases.OpenAsync(db, CaseChannel.Web, fresh, now, cancellation);
        if (fresh.Wish is { } wish)
        {
            db.ContactWishes.Add(new ContactWish
            {
                CaseId = opened.Id,
                AnswerBy = wish.AnswerBy,
                Phone = wish.Phone,
                PostalAddress = wish.PostalAddress,
                Place = wish.Place,
            });
        }

        return opened;
    }

    private async Task<string?> NumberAsync(long? caseId, CancellationToken cancellation) => caseId is null
        ? null
        : await db.Cases.Where(c => c.Id == caseId).Select(c => c.Number).SingleOrDefaultAsync(cancellation);
}
