using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Cases;
using Triage.Service.Intake;
using Triage.Service.Storage;

namespace Triage.Service.Triaging;

/// <summary>
/// Suggests office, topic, kind and urgency for a case's first message. Without a classifier, with suggestions paused, or
/// when the citizen asked for no AI, the case goes to "Zu klären" as it is.
/// </summary>
internal sealed class ClassifyStep(TriageDbContext db, Municipality town, ClassifierHost host, CaseFactory cases, SuggestionSwitch suggestions, TimeProvider time)
{
    public async Task<Func<Task>> PrepareAsync(Work work, CancellationToken cancellation)
    {
        var message = await db.Messages.AsNoTracking().SingleAsync(m => m.RawMessageId == work.RawMessageId, cancellation);
        var subject = await db.Cases.SingleAsync(c => c.Id == message.CaseId, cancellation);
        var classifier = subject.WithoutAi || await suggestions.ArePausedAsync(cancellation) ? null : host.Current;
        if (classifier is null || message.Text.Length == 0 || await db.Suggestions.AnyAsync(s => s.CaseId == subject.Id, cancellation))
        {
            return () => Task.CompletedTask;
        }

        var said = await classifier.ClassifyAsync(InquiryText.Of(message), cancellation);
        return () =>
        {
            db.Suggestions.Add(new Suggestion
            {
                CaseId = subject.Id,
                MessageId = message.Id,
                At = time.GetUtcNow(),
                Department = said.Department,
                Topic = said.Topic,
                Kind = said.Kind,
                Confidence = said.Departments.Count == 0 ? 0 : said.Departments[0].Confidence,
                Abstained = said.Abstained,
                ModelVersion = said.ModelVersion,
                Classification = said,
            });
            Route(subject, said);
            return Task.CompletedTask;
        };
    }

    // On a blind check the case must not stand in the suggested office's queue: the queue would be the suggestion.
    private void Route(Case subject, Models.Triaging.Classification said)
    {
        var routed = !said.Abstained && !subject.HidesSuggestion && town.Department(said.Department) is not null;
        subject.Route(
            routed ? said.Department : null,
            routed ? said.Topic : null,
            subject.HidesSuggestion ? null : said.Kind,
            said.Urgent,
            cases.DueAt(subject.CreatedAt, said.Urgent));
    }
}
