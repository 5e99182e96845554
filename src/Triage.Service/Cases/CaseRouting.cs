using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Cases.Splitting;
using Triage.Service.Drafting;
using Triage.Service.Learning;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>What a person decides about whose a case is and what it wants. Each decision is kept with what was suggested.</summary>
internal sealed class CaseRouting(
    TriageDbContext db, Municipality town, Decisions decisions, CaseChange change, RemainingMessage remaining, PipelineSignal signal)
{
    /// <summary>To another office, or to Zu klären (null). It leaves the person's queue; a read link stays with them.</summary>
    /// <exception cref="ArgumentException">There is no such office or topic.</exception>
    public Task RerouteAsync(Case subject, string? department, string? topic, string reason, StaffIdentity who, CancellationToken cancellation) =>
        RunAsync(
            subject, who, "reroute", new Target(department, topic),
            async () =>
            {
                var visible = !subject.HidesSuggestion;
                subject.Reroute(department, topic);
                await decisions.RecordAsync(subject, DecisionKind.Rerouted, visible, cancellation);
                change.Note(subject, $"Abgegeben an {town.Department(department)?.Name ?? "Zu klären"}: {reason}", who);
                if (!await db.ReadLinks.AnyAsync(l => l.CaseId == subject.Id && l.StaffId == who.Id, cancellation))
                {
                    db.ReadLinks.Add(new CaseReadLink(subject.Id, who.Id));
                }
            },
            cancellation);

    /// <summary>The office chosen before the suggestion was seen.</summary>
    /// <exception cref="ArgumentException">There is no such office or topic.</exception>
    public Task DecideBlindAsync(Case subject, string? department, string? topic, StaffIdentity who, CancellationToken cancellation) =>
        RunAsync(
            subject, who, "blind-check", new Target(department, topic),
            async () =>
            {
                subject.DecideBlind(department, topic);
                // What the queue must not tell before the choice counts from now on: an objection still gets no draft.
                subject.SetKind(subject.Kind ?? await db.Suggestions.Where(s => s.CaseId == subject.Id).OrderBy(s => s.Id).Select(s => s.Kind).FirstOrDefaultAsync(cancellation));
                await decisions.RecordAsync(subject, DecisionKind.BlindCheck, suggestionVisible: false, cancellation);
            },
            cancellation);

    /// <summary>What the message wants, as a person sees it.</summary>
    public Task SetKindAsync(Case subject, string kind, StaffIdentity who, CancellationToken cancellation) =>
        change.RunAsync(
            subject, who, "set-kind", $"kind={kind}",
            () =>
            {
                subject.SetKind(kind);
                return Task.CompletedTask;
            },
            cancellation);

    // The draft gives the old topic's articles and standard answer; another one is made for the new topic. A text that a person
    // typed stays as it is, with the new draft beside it.
    private async Task RunAsync(Case subject, StaffIdentity who, string action, Target target, Func<Task> choose, CancellationToken cancellation)
    {
        Demand(target.Department, target.Topic);
        await change.RunAsync(
            subject, who, action, $"department={target.Department};topic={target.Topic}",
            async () =>
            {
                var before = await DraftedForAsync(subject, cancellation);
                await choose();
                if (before != target)
                {
                    await DraftAnewAsync(subject, cancellation);
                }
            },
            cancellation);
        signal.Raise();
    }

    // The old office's draft goes in any case: none may come in its place, as while suggestions are paused.
    private async Task DraftAnewAsync(Case subject, CancellationToken cancellation)
    {
        if (await NewestMessageAsync(subject, cancellation) is { } message)
        {
            await remaining.RedraftAsync(message, cancellation);
        }

        await db.Drafts.Where(d => d.CaseId == subject.Id && d.State == DraftState.Suggested)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DraftState.Superseded), cancellation);
    }

    // Until a person has chosen on a blind check, the suggestion stands for the case's topic.
    private async Task<Target> DraftedForAsync(Case subject, CancellationToken cancellation) => subject.HidesSuggestion
        ? await db.Suggestions.Where(s => s.CaseId == subject.Id).OrderBy(s => s.Id).Select(s => new Target(s.Department, s.Topic)).FirstOrDefaultAsync(cancellation) ?? new Target(null, null)
        : new Target(subject.Department, subject.Topic);

    private Task<long?> NewestMessageAsync(Case subject, CancellationToken cancellation) => db.Messages
        .Where(m => m.CaseId == subject.Id && m.Direction == MessageDirection.In && m.RawMessageId != null && m.Automatic == null)
        .OrderByDescending(m => m.Id).Select(m => (long?)m.Id).FirstOrDefaultAsync(cancellation);

    private void Demand(string? department, string? topic)
    {
        if (department is not null && town.Department(department) is null)
        {
            throw new ArgumentException($"There is no office '{department}'.", nameof(department));
        }

        if (topic is not null && town.Topic(topic)?.Department != department)
        {
            throw new ArgumentException($"There is no topic '{topic}' in the office '{department}'.", nameof(topic));
        }
    }
}
