using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Models.Splitting;
using Triage.Service.Intake;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Cases.Splitting;

/// <summary>Puts the split page together.</summary>
internal sealed class SplitViews(TriageDbContext db, Municipality town)
{
    /// <summary>The citizen's messages from which something can be split, oldest first: those with an original and a text.</summary>
    public static IQueryable<CaseMessage> Splittable(IQueryable<CaseMessage> messages, long caseId) => messages
        .Where(m => m.CaseId == caseId && m.Direction == MessageDirection.In && m.Automatic == null && m.RawMessageId != null && m.Text != "").OrderBy(m => m.Id);

    /// <summary>What the page suggests at first: the sentences and the office of the further topic, when one was suggested for this message.</summary>
    public async Task<SplitForm> SuggestAsync(Case subject, CaseMessage message, string? topic, CancellationToken cancellation)
    {
        var concern = await ConcernAsync(subject, message, topic, cancellation);
        return concern is null
            ? new SplitForm([], "", "", [], null, subject.Version)
            : new SplitForm(
                MessageParts.Carrying(message.Text, MessageParts.Of(message.Text), concern.Value.Sentence),
                $"{town.Topic(topic)!.Department}/{topic}", "", [], topic, subject.Version);
    }

    /// <summary>Whether the classifier named this topic as a further one of this message.</summary>
    public async Task<bool> IsSuggestedAsync(Case subject, CaseMessage message, string? topic, CancellationToken cancellation) =>
        await ConcernAsync(subject, message, topic, cancellation) is not null;

    public async Task<SplitView> OfAsync(Case subject, CaseMessage message, SplitForm form, string queue, IReadOnlyList<FormError> errors, CancellationToken cancellation)
    {
        var sentences = MessageParts.Of(message.Text);
        var taken = await db.Splits.AsNoTracking().Where(s => s.MessageId == message.Id && s.JoinedAt == null)
            .Join(db.Cases, s => s.PartId, c => c.Id, (s, c) => new { s.Sentences, c.Number }).ToListAsync(cancellation);
        var others = await Splittable(db.Messages.AsNoTracking(), subject.Id).Where(m => m.Id != message.Id).Select(m => new { m.Id, m.At }).ToListAsync(cancellation);
        return new SplitView
        {
            Id = subject.Id,
            Number = subject.Number,
            Queue = queue,
            Version = subject.Version,
            MessageId = message.Id,
            At = German.Moment(message.At),
            Sentences = [.. sentences.Select((p, i) => new SentenceChoice(
                i, message.Text.Substring(p.Start, p.Length), form.Chosen.Contains(i), taken.FirstOrDefault(t => t.Sentences.Contains(p))?.Number))],
            Files = [.. message.Attachments.OrderBy(a => a.Id).Select(a => new FileChoice(MessageViews.FileOf(a), form.FileIds.Contains(a.Id)))],
            Others = [.. others.Select(o => new OtherMessage(o.Id, German.Moment(o.At)))],
            SuggestedTopic = form.Topic,
            SuggestedName = town.Topic(form.Topic)?.Name,
            Target = form.Target,
            Subject = form.Subject,
            Errors = errors,
        };
    }

    private async Task<(string Topic, string Sentence)?> ConcernAsync(Case subject, CaseMessage message, string? topic, CancellationToken cancellation)
    {
        var suggestion = town.Topic(topic) is null ? null
            : await db.Suggestions.AsNoTracking().SingleOrDefaultAsync(s => s.CaseId == subject.Id && s.MessageId == message.Id, cancellation);
        var whole = InquiryText.Of(message).Whole;
        return suggestion?.Classification.Concerns.FirstOrDefault(c => c.Topic == topic && c.Start + c.Length <= whole.Length) is { } concern
            ? (concern.Topic, whole.Substring(concern.Start, concern.Length))
            : null;
    }
}
