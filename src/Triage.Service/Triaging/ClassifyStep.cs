using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;
using Triage.Models.Triaging.Rules;
using Triage.Service.Cases;
using Triage.Service.Intake;
using Triage.Service.Storage;
using Triage.Service.Triaging.Rules;

namespace Triage.Service.Triaging;

/// <summary>
/// Suggests office, topic, kind and urgency for a case's first message, unless a rule of the town knows the office. Without a
/// classifier, with suggestions paused, or on a message without text, the case goes where a rule says, or to "Zu klären"; there
/// too when the citizen asked for no AI. A case that a person split off stays where they sent it.
/// </summary>
internal sealed class ClassifyStep(
    TriageDbContext db, Municipality town, ClassifierHost host, RuleBook rules, CaseFactory cases, SuggestionSwitch suggestions, TimeProvider time)
{
    public async Task<Func<Task>> PrepareAsync(Work work, CancellationToken cancellation)
    {
        var message = await db.Messages.AsNoTracking().SingleAsync(m => m.RawMessageId == work.RawMessageId, cancellation);
        var subject = await db.Cases.SingleAsync(c => c.Id == message.CaseId, cancellation);
        if (subject.Status != CaseStatus.Received || await db.Suggestions.AnyAsync(s => s.CaseId == subject.Id, cancellation))
        {
            return () => Task.CompletedTask;
        }

        var said = await SayAsync(subject, message, cancellation);
        var chosen = await db.Splits.AnyAsync(s => s.PartId == subject.Id, cancellation);
        var rule = subject.WithoutAi || chosen ? null : await rules.FirstAsync(message, said, cancellation);
        return () =>
        {
            if (said is not null)
            {
                db.Suggestions.Add(Suggest(message, said));
            }

            if (chosen)
            {
                Complete(subject, said);
            }
            else if (said is not null || rule is not null)
            {
                Route(subject, said, rule);
            }

            return Task.CompletedTask;
        };
    }

    private async Task<Classification?> SayAsync(Case subject, CaseMessage message, CancellationToken cancellation)
    {
        var silent = subject.WithoutAi || message.Text.Length == 0 || await suggestions.ArePausedAsync(cancellation);
        return silent || await host.ServingAsync(cancellation) is not { } classifier ? null : await classifier.ClassifyAsync(InquiryText.Of(message), cancellation);
    }

    private Suggestion Suggest(CaseMessage message, Classification said) => new()
    {
        CaseId = message.CaseId,
        MessageId = message.Id,
        At = time.GetUtcNow(),
        Department = said.Department,
        Topic = said.Topic,
        Kind = said.Kind,
        Confidence = said.Departments.Count == 0 ? 0 : said.Departments[0].Confidence,
        Abstained = said.Abstained,
        ModelVersion = said.ModelVersion,
        Classification = said,
    };

    // A person split this case off and chose its office; what they could not say yet is its kind and whether it is urgent.
    private void Complete(Case subject, Classification? said)
    {
        var urgent = said?.Urgent ?? false;
        subject.Route(subject.Department, subject.Topic, said?.Kind, urgent, cases.DueAt(subject.CreatedAt, urgent));
    }

    // On a blind check the case must not stand in the chosen office's queue: the queue would be the suggestion.
    private void Route(Case subject, Classification? said, RoutingRule? rule)
    {
        var acting = subject.HidesSuggestion ? null : rule;
        var routed = said is { Abstained: false } && acting is null && !subject.HidesSuggestion && town.Department(said.Department) is not null;
        var urgent = said?.Urgent ?? false;
        subject.Route(
            routed ? said!.Department : acting?.Department,
            routed ? said!.Topic : acting?.Topic,
            subject.HidesSuggestion ? null : said?.Kind,
            urgent,
            cases.DueAt(subject.CreatedAt, urgent),
            acting?.Id);
    }
}
