using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Approving;
using Triage.Service.Cases.Splitting;
using Triage.Service.Drafting;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Cases;

/// <summary>How a case's page was come to: from which list, may it be worked on, and what a form brought along.</summary>
internal sealed record CaseVisit(InboxQueue Queue, bool ReadOnly)
{
    /// <summary>What the person typed and could not be saved.</summary>
    public ReplyInput? Typed { get; init; }

    /// <summary>What a colleague saved meanwhile.</summary>
    public Reply? Conflict { get; init; }

    public IReadOnlyList<FormError> Errors { get; init; } = [];

    public string? Done { get; init; }
}

/// <summary>Puts a case's page together.</summary>
internal sealed class CaseViews(TriageDbContext db, CaseParts parts, CaseFacts facts, Inbox inbox, Presence presence)
{
    public async Task<CaseView> OfAsync(Case subject, CaseVisit visit, StaffIdentity who, CancellationToken cancellation)
    {
        var suggestion = subject.HidesSuggestion ? null
            : await db.Suggestions.AsNoTracking().Where(s => s.CaseId == subject.Id).OrderBy(s => s.Id).FirstOrDefaultAsync(cancellation);
        var draft = subject.HidesSuggestion || visit.ReadOnly ? null
            : await db.Drafts.AsNoTracking().Where(d => d.CaseId == subject.Id).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellation);
        var messages = await parts.Links.MarkAsync(await parts.Messages.OfAsync(subject.Id, suggestion, cancellation), subject, who, cancellation);
        messages = subject.ErasedAt is null ? messages : [.. messages.Select(m => m with { HasOriginal = false })];
        var inquiry = HistoryQuotes.InHand(messages);
        var sending = await parts.Sending.OfAsync(subject, cancellation);
        var names = await presence.NamesAsync([subject.Id], who, cancellation);
        var history = messages.Where(m => m != inquiry).ToList();
        return new CaseView
        {
            Id = subject.Id,
            Number = subject.Number,
            Subject = subject.Subject,
            Facts = await facts.OfAsync(subject, who, cancellation),
            Attention = subject.Attention,
            Neighbours = await inbox.NeighboursAsync(subject.Id, visit.Queue, who, cancellation),
            Viewers = names.GetValueOrDefault(subject.Id) ?? [],
            Inquiry = inquiry,
            IsBeingRead = subject.Status == CaseStatus.Received,
            History = history,
            Summary = await parts.Quotes.OfAsync(subject, messages, cancellation),
            Hints = await facts.HintsAsync(subject, who, cancellation),
            ReadOnly = visit.ReadOnly,
            IsBlind = subject.HidesSuggestion,
            IsDone = subject.IsDone,
            IsJoined = subject.ClosedBecause == CloseReason.Joined,
            IsErased = subject.ErasedAt is not null,
            SplitsFrom = visit.ReadOnly || !subject.CanBeSplit ? null
                : await SplitViews.Splittable(db.Messages, subject.Id).Select(m => (long?)m.Id).LastOrDefaultAsync(cancellation),
            Links = await parts.Links.OfAsync(subject, visit.ReadOnly, who, cancellation),
            IsMine = subject.AssigneeId == who.Id,
            Assignee = await facts.AssigneeAsync(subject, cancellation),
            Department = subject.Department,
            Topic = subject.Topic,
            Kind = subject.Kind,
            Rule = await facts.RuleAsync(subject, cancellation),
            Suggestion = suggestion is null ? null : await parts.Suggestions.OfAsync(suggestion, cancellation),
            Sources = draft is null || draft.State != DraftState.Suggested ? null : parts.Sources.Of(draft),
            Reply = visit.ReadOnly || subject.HidesSuggestion || (visit.Typed is null && (subject.IsDone || sending is { LetterToPost: true })) ? null
                : await ReplyAsync(subject, draft, visit, cancellation),
            Sending = sending,
            Errors = visit.Errors,
            Done = visit.Done,
        };
    }

    private async Task<ReplyView> ReplyAsync(Case subject, StoredDraft? draft, CaseVisit visit, CancellationToken cancellation)
    {
        var reply = await parts.Replies.OfAsync(subject, draft, visit.Typed, cancellation);
        if (visit.Conflict is not { } other)
        {
            return reply;
        }

        var name = await db.Users.Where(s => s.Id == other.SavedBy).Select(s => s.DisplayName).SingleOrDefaultAsync(cancellation);
        return reply with { Other = new OtherVersion(name ?? "Jemand anderes", German.Moment(other.SavedAt), other.Text) };
    }
}

/// <summary>The makers of a case page's parts.</summary>
internal sealed record CaseParts(MessageViews Messages, HistoryQuotes Quotes, SuggestionViews Suggestions, SourceViews Sources, ReplyViews Replies, SendingViews Sending, CaseLinks Links);
