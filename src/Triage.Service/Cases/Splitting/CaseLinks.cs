using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Cases.Splitting;

/// <summary>Shows a case's splits, in both directions.</summary>
internal sealed class CaseLinks(TriageDbContext db, CaseAccess access, Inbox inbox, Joiner joiner, Municipality town)
{
    /// <summary>The cases linked with this one, oldest split first.</summary>
    public async Task<IReadOnlyList<LinkedCase>> OfAsync(Case subject, bool readOnly, StaffIdentity who, CancellationToken cancellation)
    {
        var splits = await db.Splits.AsNoTracking().Where(s => s.PartId == subject.Id || s.OriginId == subject.Id).OrderBy(s => s.Id).ToListAsync(cancellation);
        if (splits.Count == 0)
        {
            return [];
        }

        var ids = splits.Select(s => Other(s, subject)).ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        var rows = (await inbox.RowsAsync(access.Readable(db.Cases, who).Where(c => ids.Contains(c.Id)), who, cancellation)).ToDictionary(r => r.Id);
        var links = new List<LinkedCase>();
        foreach (var split in splits)
        {
            var other = cases[Other(split, subject)];
            var row = rows.GetValueOrDefault(other.Id);
            links.Add(new LinkedCase(other.Id, other.Number, CaseWords.Office(other, town))
            {
                IsOrigin = split.PartId == subject.Id,
                Subject = row?.Subject,
                State = row?.State,
                Sentences = split.OriginId == subject.Id ? await SentencesAsync(split, cancellation) : [],
                SuggestedTopic = split.SuggestedTopic,
                IsJoined = split.IsJoined,
                CanJoin = !readOnly && !split.IsJoined && await joiner.RefusalAsync(split, subject, cancellation) is null,
            });
        }

        return links;
    }

    /// <summary>
    /// The case that keeps the whole of this message and that the person may not read; null when nothing is in the way. The
    /// stored original of a part holds the other concern too.
    /// </summary>
    public async Task<Case?> HiddenOriginAsync(long messageId, StaffIdentity who, CancellationToken cancellation)
    {
        while (await db.Splits.AsNoTracking().SingleOrDefaultAsync(s => s.PartMessageId == messageId, cancellation) is { } split)
        {
            if (!await access.Readable(db.Cases, who).AnyAsync(c => c.Id == split.OriginId, cancellation))
            {
                return await db.Cases.AsNoTracking().SingleAsync(c => c.Id == split.OriginId, cancellation);
            }

            messageId = split.MessageId;
        }

        return null;
    }

    /// <summary>The messages of a part, with its excerpt called one, and the original only for whoever may read the whole.</summary>
    public async Task<IReadOnlyList<MessageView>> MarkAsync(IReadOnlyList<MessageView> messages, Case subject, StaffIdentity who, CancellationToken cancellation)
    {
        var split = await db.Splits.AsNoTracking().SingleOrDefaultAsync(s => s.PartId == subject.Id, cancellation);
        if (split is null)
        {
            return messages;
        }

        var hidden = await HiddenOriginAsync(split.PartMessageId, who, cancellation);
        var keeper = hidden ?? await db.Cases.AsNoTracking().SingleAsync(c => c.Id == split.OriginId, cancellation);
        var words = $"Auszug. Die ganze Nachricht liegt beim Vorgang {keeper.Number} ({CaseWords.Office(keeper, town)}).";
        return [.. messages.Select(m => m.Id == split.PartMessageId ? m with { Excerpt = words, HasOriginal = hidden is null } : m)];
    }

    private static long Other(CaseSplit split, Case subject) => split.PartId == subject.Id ? split.OriginId : split.PartId;

    private async Task<IReadOnlyList<string>> SentencesAsync(CaseSplit split, CancellationToken cancellation)
    {
        var text = await db.Messages.Where(m => m.Id == split.MessageId).Select(m => m.Text).SingleAsync(cancellation);
        // A text may have been erased since.
        return [.. split.Sentences.Where(p => p.End <= text.Length).Select(p => text.Substring(p.Start, p.Length))];
    }
}
