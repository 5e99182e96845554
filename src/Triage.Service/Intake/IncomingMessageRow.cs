using Triage.Models.Intake;
using Triage.Service.Cases;

namespace Triage.Service.Intake;

/// <summary>Turns a parsed mail into the row that people see.</summary>
internal static class IncomingMessageRow
{
    public static CaseMessage From(RawMessage raw, ParsedMail mail, Case subject, bool duplicate) => new()
    {
        CaseId = subject.Id,
        Direction = MessageDirection.In,
        At = raw.ReceivedAt,
        RawMessageId = raw.Id,
        MessageId = mail.MessageId,
        References = mail.References.Count == 0 ? null : string.Join(' ', mail.References),
        FromName = mail.From?.Name,
        FromAddress = mail.From?.Address,
        ReplyTo = mail.ReplyTo.Count == 0 ? null : mail.ReplyTo[0].Address,
        ToAddresses = mail.To.Count == 0 ? null : string.Join(' ', mail.To.Select(t => t.Address)),
        Subject = mail.Subject,
        // A web form's text is the citizen's own from the first to the last word.
        Text = raw.Source == WebFormSource.SourceName ? mail.Text : mail.Inquiry,
        Quoted = raw.Source == WebFormSource.SourceName ? null : mail.Quoted,
        Signature = raw.Source == WebFormSource.SourceName ? null : mail.Signature,
        Automatic = mail.Automatic.Is ? mail.Automatic.Kind.ToString().ToLowerInvariant() : null,
        DuplicateMessageId = duplicate,
        ReadingNote = Note(mail),
    };

    private static string? Note(ParsedMail mail)
    {
        var notes = mail.Notices.Select(n => n.Text).Prepend(mail.Error).Where(n => n is not null).ToList();
        return notes.Count == 0 ? null : string.Join(" ", notes);
    }
}
