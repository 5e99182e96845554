using Triage.Models.Inquiries;
using Triage.Service.Accounts;

namespace Triage.Service.Cases;

/// <summary>The lists of the inbox.</summary>
public enum InboxQueue
{
    Mine,
    Unassigned,
    Due,
    Unclear,
    Waiting,
    All,
    Done,
}

internal static class InboxQueues
{
    /// <summary>In the order in which people see them.</summary>
    public static readonly IReadOnlyList<InboxQueue> InOrder =
        [InboxQueue.Mine, InboxQueue.Unassigned, InboxQueue.Due, InboxQueue.Unclear, InboxQueue.Waiting, InboxQueue.All, InboxQueue.Done];

    /// <summary>The list's name in addresses.</summary>
    public static string Key(this InboxQueue queue) => queue switch
    {
        InboxQueue.Mine => "meine",
        InboxQueue.Unassigned => "frei",
        InboxQueue.Due => "faellig",
        InboxQueue.Unclear => "klaeren",
        InboxQueue.Waiting => "wartet",
        InboxQueue.Done => "erledigt",
        _ => "alle",
    };

    public static string Name(this InboxQueue queue) => queue switch
    {
        InboxQueue.Mine => "Meine",
        InboxQueue.Unassigned => "Nicht zugewiesen",
        InboxQueue.Due => "Fällig",
        InboxQueue.Unclear => "Zu klären",
        InboxQueue.Waiting => "Wartet",
        InboxQueue.Done => "Erledigt",
        _ => "Alle",
    };

    /// <summary>The list of this name; <see cref="InboxQueue.All"/> when there is none.</summary>
    public static InboxQueue Parse(string? key) => InOrder.FirstOrDefault(q => q.Key() == key, InboxQueue.All);

    /// <summary>The cases of the list among those that the person works on, in the order in which they are to be worked on.</summary>
    public static IQueryable<Case> Of(this IQueryable<Case> cases, InboxQueue queue, StaffIdentity who, DateTimeOffset now)
    {
        var mine = CaseAccess.Workable(cases, who);
        var active = mine.Where(c => c.Status == CaseStatus.Received || c.Status == CaseStatus.Open);
        var today = EndOfToday(now);
        return queue switch
        {
            InboxQueue.Waiting => mine.Where(c => c.Status == CaseStatus.Waiting).OrderBy(c => c.ResumeAt).ThenBy(c => c.Id),
            InboxQueue.Done => mine.Where(c => c.Status == CaseStatus.Closed).OrderByDescending(c => c.ClosedAt).ThenByDescending(c => c.Id),
            InboxQueue.Mine => ByDue(active.Where(c => c.AssigneeId == who.Id)),
            InboxQueue.Unassigned => ByDue(active.Where(c => c.AssigneeId == null && c.Department != null)),
            InboxQueue.Due => ByDue(active.Where(c => c.DueAt <= today)),
            InboxQueue.Unclear => ByDue(active.Where(c => c.Department == null)),
            _ => ByDue(active),
        };
    }

    public static DateTimeOffset EndOfToday(DateTimeOffset now) => German.EndOfDay(DateOnly.FromDateTime(German.Local(now).Date));

    // By date, never by how sure the machine is.
    private static IOrderedQueryable<Case> ByDue(IQueryable<Case> cases) => cases.OrderByDescending(c => c.Urgent).ThenBy(c => c.DueAt).ThenBy(c => c.Id);
}
