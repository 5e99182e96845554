using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Intake;
using Triage.Service.Storage;

namespace Triage.Service.Cases.Splitting;

/// <summary>
/// Makes the case of a part of a message, inside the splitter's transaction. It begins on the day the message came, and the
/// pipeline takes it from triage on: it is read already, and the citizen has a receipt.
/// </summary>
internal sealed class PartMaker(TriageDbContext db, CaseFactory cases, Municipality town, TimeProvider time)
{
    /// <summary>The name under which the stored original is known a second time, for the pipeline's work on the part.</summary>
    public const string SourceName = "split";

    public async Task<CaseMessage> MakeAsync(Case origin, SplitChoice choice, CancellationToken cancellation)
    {
        var fresh = new NewCase(Subject(choice), origin.CitizenName, origin.CitizenAddress, origin.WithoutAi, origin.PlainLanguage, StatusCodeHash: "") { ByPerson = true };
        var part = await cases.OpenAsync(db, origin.Channel, fresh, choice.Message.At, cancellation);
        part.Route(choice.Target.Department, choice.Target.Topic, kind: null, urgent: false, part.DueAt);
        await CopyWishAsync(origin, part, cancellation);
        var raw = await RawAsync(part, choice.Message, cancellation);
        var message = Message(part, raw, choice);
        message.Attachments.AddRange(choice.Message.Attachments.Where(a => choice.FileIds.Contains(a.Id)).Select(a => Copy(a, part)));
        db.Messages.Add(message);
        db.Work.Add(new Work { RawMessageId = raw.Id, Step = PipelineStep.Classify, NotBefore = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellation);
        return message;
    }

    // The citizen's own subject may speak of the other concern, which this office has no business to know.
    private string Subject(SplitChoice choice) => choice.Subject.Length > 0 ? choice.Subject
        : town.Topic(choice.Target.Topic)?.Name ?? town.Department(choice.Target.Department)?.Name ?? "Weiteres Anliegen";

    // The place that a web form asked for is left out: nobody has said which of the concerns it is about.
    private async Task CopyWishAsync(Case origin, Case part, CancellationToken cancellation)
    {
        if (await db.ContactWishes.AsNoTracking().SingleOrDefaultAsync(w => w.CaseId == origin.Id, cancellation) is { } wish)
        {
            db.ContactWishes.Add(new ContactWish { CaseId = part.Id, AnswerBy = wish.AnswerBy, Phone = wish.Phone, PostalAddress = wish.PostalAddress });
        }
    }

    private async Task<RawMessage> RawAsync(Case part, CaseMessage source, CancellationToken cancellation)
    {
        var original = await db.RawMessages.AsNoTracking().SingleAsync(r => r.Id == source.RawMessageId, cancellation);
        var raw = new RawMessage
        {
            Source = SourceName,
            SourceKey = part.Number,
            Sha256 = original.Sha256,
            Size = original.Size,
            ReceivedAt = original.ReceivedAt,
            CaseId = part.Id,
        };
        db.RawMessages.Add(raw);
        await db.SaveChangesAsync(cancellation);
        return raw;
    }

    // With the citizen's Message-ID, so that this case's answer is a reply to her mail; without what she quoted.
    private static CaseMessage Message(Case part, RawMessage raw, SplitChoice choice) => new()
    {
        CaseId = part.Id,
        Direction = MessageDirection.In,
        At = choice.Message.At,
        RawMessageId = raw.Id,
        MessageId = choice.Message.MessageId,
        References = choice.Message.References,
        FromName = choice.Message.FromName,
        FromAddress = choice.Message.FromAddress,
        ReplyTo = choice.Message.ReplyTo,
        ToAddresses = choice.Message.ToAddresses,
        Subject = part.Subject,
        Text = choice.Text,
        Signature = choice.Message.Signature,
        DuplicateMessageId = choice.Message.DuplicateMessageId,
        ReadingNote = choice.Message.ReadingNote,
    };

    private static Attachment Copy(Attachment file, Case part) => new()
    {
        CaseId = part.Id,
        Sha256 = file.Sha256,
        FileName = file.FileName,
        MediaType = file.MediaType,
        Size = file.Size,
    };
}
