using Triage.Models.Inquiries;

namespace Triage.Service.Cases;

/// <summary>A page of the inbox.</summary>
public sealed record InboxView(InboxFilter Filter, InboxCounts Counts, IReadOnlyList<InboxRow> Rows, int Total, int Pages)
{
    /// <summary>The next Wiedervorlage, when the list is empty and there is one.</summary>
    public string? NextResumption { get; init; }

    public required IReadOnlyList<Department> Departments { get; init; }

    public required IReadOnlyList<Topic> Topics { get; init; }

    public required IReadOnlyList<InquiryKind> Kinds { get; init; }

    public bool IsFiltered => Filter.Department is not null || Filter.Topic is not null || Filter.Kind is not null;

    /// <summary>The address of a page of this list with its filters.</summary>
    public string Address(int page) => $"/posteingang?liste={Filter.Queue.Key()}"
        + (Filter.Department is null ? "" : $"&amt={Filter.Department}")
        + (Filter.Topic is null ? "" : $"&thema={Filter.Topic}")
        + (Filter.Kind is null ? "" : $"&art={Filter.Kind}")
        + (page == 1 ? "" : string.Create(German.Culture, $"&seite={page}"));
}

/// <summary>What the database knows about a row.</summary>
internal sealed record InboxFacts(Case Case, string? Assignee, bool HasDraft, bool ReplyBegun, string? LastSend, bool AwaitsSignature);

/// <summary>A case in a list, in words.</summary>
public sealed record InboxRow(
    long Id, string Number, string Subject, string From, string Office, string? Topic, string Due, bool IsDue, bool Urgent, string State, string? Attention, string? Assignee, IReadOnlyList<string> Viewers)
{
    internal static InboxRow Of(InboxFacts facts, Municipality town, IReadOnlyList<string> viewers, DateTimeOffset now)
    {
        var c = facts.Case;
        return new InboxRow(
            c.Id,
            c.Number,
            c.Subject,
            c.CitizenName ?? c.CitizenAddress ?? "ohne Absender",
            CaseWords.Office(c, town),
            town.Topic(c.Topic)?.Name,
            CaseWords.Due(c, now),
            !c.IsDone && c.Status != CaseStatus.Waiting && c.DueAt <= InboxQueues.EndOfToday(now),
            c.Urgent && !c.IsDone,
            CaseWords.State(facts),
            c.Attention,
            facts.Assignee,
            viewers);
    }
}

/// <summary>Where a case stands in its list; null place: it is not in it.</summary>
public sealed record CaseNeighbours(InboxQueue Queue, int? Place, int Total, long? Previous, long? Next);
