using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Approving;
using Triage.Service.Drafting;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>How many cases each list holds.</summary>
public sealed record InboxCounts(int Mine, int Unassigned, int Due, int Unclear, int Waiting, int All)
{
    /// <summary>The count of a list; null where none is shown.</summary>
    public int? Of(InboxQueue queue) => queue switch
    {
        InboxQueue.Mine => Mine,
        InboxQueue.Unassigned => Unassigned,
        InboxQueue.Due => Due,
        InboxQueue.Unclear => Unclear,
        InboxQueue.Waiting => Waiting,
        InboxQueue.All => All,
        _ => null,
    };
}

/// <summary>What is asked of the inbox. Null filters let everything through.</summary>
public sealed record InboxFilter(InboxQueue Queue, string? Department = null, string? Topic = null, string? Kind = null, int Page = 1);

/// <summary>Reads the inbox of a person.</summary>
internal sealed class Inbox(TriageDbContext db, Municipality town, Presence presence, TimeProvider time)
{
    public const int PageSize = 25;

    public async Task<InboxCounts> CountAsync(StaffIdentity who, CancellationToken cancellation)
    {
        var today = InboxQueues.EndOfToday(time.GetUtcNow());
        var counts = await CaseAccess.Workable(db.Cases, who).Where(c => c.Status != CaseStatus.Closed).GroupBy(_ => 1)
            .Select(g => new InboxCounts(
                g.Count(c => c.Status != CaseStatus.Waiting && c.AssigneeId == who.Id),
                g.Count(c => c.Status != CaseStatus.Waiting && c.AssigneeId == null && c.Department != null),
                g.Count(c => c.Status != CaseStatus.Waiting && c.DueAt <= today),
                g.Count(c => c.Status != CaseStatus.Waiting && c.Department == null),
                g.Count(c => c.Status == CaseStatus.Waiting),
                g.Count(c => c.Status != CaseStatus.Waiting)))
            .SingleOrDefaultAsync(cancellation);
        return counts ?? new InboxCounts(0, 0, 0, 0, 0, 0);
    }

    public async Task<InboxView> ViewAsync(InboxFilter filter, StaffIdentity who, CancellationToken cancellation)
    {
        var cases = Filtered(filter, who);
        var total = await cases.CountAsync(cancellation);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await RowsAsync(cases.Skip((page - 1) * PageSize).Take(PageSize), who, cancellation);
        var next = total > 0 ? null : await CaseAccess.Workable(db.Cases, who).Where(c => c.Status == CaseStatus.Waiting)
            .MinAsync(c => c.ResumeAt, cancellation);
        return new InboxView(filter with { Page = page }, await CountAsync(who, cancellation), rows, total, pages)
        {
            NextResumption = next is null ? null : German.Day(next.Value),
            Departments = town.Departments.Where(d => who.IsSupervisor || who.Offices.Contains(d.Id)).ToList(),
            Topics = town.Topics.Where(t => t.Department == filter.Department).ToList(),
            Kinds = town.Kinds,
        };
    }

    /// <summary>The list's case before and after this one; the one after skips what a colleague is looking at.</summary>
    public async Task<CaseNeighbours> NeighboursAsync(long id, InboxQueue queue, StaffIdentity who, CancellationToken cancellation)
    {
        var ids = await db.Cases.Of(queue, who, time.GetUtcNow()).Select(c => c.Id).Take(1000).ToListAsync(cancellation);
        var viewed = await presence.ElsewhereAsync(who, cancellation);
        var here = ids.IndexOf(id);
        var previous = here > 0 ? ids[here - 1] : (long?)null;
        var following = ids.Skip(here + 1).Where(i => i != id).ToList();
        var next = following.Count == 0 ? (long?)null : following.FirstOrDefault(i => !viewed.Contains(i), following[0]);
        return new CaseNeighbours(queue, here < 0 ? null : here + 1, ids.Count, previous, next);
    }

    /// <summary>Rows of these cases, in their order.</summary>
    public async Task<IReadOnlyList<InboxRow>> RowsAsync(IQueryable<Case> cases, StaffIdentity who, CancellationToken cancellation)
    {
        var facts = await cases.AsNoTracking().Select(c => new InboxFacts(
            c,
            db.Users.Where(s => s.Id == c.AssigneeId).Select(s => s.DisplayName).FirstOrDefault(),
            db.Drafts.Any(d => d.CaseId == c.Id && d.State == DraftState.Suggested),
            db.Replies.Any(r => r.CaseId == c.Id && r.ApprovedNumber == null),
            db.Outbox.Where(o => o.CaseId == c.Id).OrderByDescending(o => o.Id).Select(o => o.State).FirstOrDefault(),
            db.Approvals.Any(a => a.CaseId == c.Id && a.Signatures == 2 && !db.Outbox.Any(o => o.CaseId == c.Id && o.Number == a.Number)))).ToListAsync(cancellation);
        var viewers = await presence.NamesAsync([.. facts.Select(f => f.Case.Id)], who, cancellation);
        var now = time.GetUtcNow();
        return [.. facts.Select(f => InboxRow.Of(f, town, viewers.GetValueOrDefault(f.Case.Id) ?? [], now))];
    }

    private IQueryable<Case> Filtered(InboxFilter filter, StaffIdentity who)
    {
        var cases = db.Cases.Of(filter.Queue, who, time.GetUtcNow());
        cases = filter.Department is null ? cases : cases.Where(c => c.Department == filter.Department);
        cases = filter.Topic is null ? cases : cases.Where(c => c.Topic == filter.Topic);
        return filter.Kind is null ? cases : cases.Where(c => c.Kind == filter.Kind);
    }
}
