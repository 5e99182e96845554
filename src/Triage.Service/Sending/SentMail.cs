using Microsoft.EntityFrameworkCore;
using Triage.Service.Approving;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Sending;

/// <summary>What the end of a sending means for its case: the mail joins its messages, or people are told what went wrong.</summary>
internal sealed class SentMail(TriageDbContext db, TimeProvider time)
{
    /// <summary>The outcome of a mail that was not sent because its time was long ago (<see cref="MailOptions.OverdueMinutes"/>).</summary>
    public const string Overdue = "overdue";

    /// <summary>The outcome of a mail whose sending was begun and never ended: a killed process, or a backup made meanwhile.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>Inside the sender's transaction.</summary>
    public async Task RecordAsync(Outbound outbound, FrozenMail? mail, SendResult result, CancellationToken cancellation)
    {
        var subject = await db.Cases.SingleAsync(c => c.Id == outbound.CaseId, cancellation);
        if (result.State == SendState.Accepted && mail is not null)
        {
            var approver = await db.Approvals.Where(a => a.CaseId == outbound.CaseId && a.Number == outbound.Number)
                .Select(a => (long?)a.ApproverId).FirstOrDefaultAsync(cancellation);
            db.Messages.Add(new CaseMessage
            {
                CaseId = outbound.CaseId,
                Direction = MessageDirection.Out,
                At = time.GetUtcNow(),
                MessageId = mail.MessageId,
                FromAddress = mail.Sender,
                Subject = mail.Subject,
                Text = mail.Text,
                StaffId = approver,
            });
            return;
        }

        if (Trouble(result) is { } trouble)
        {
            subject.Attention = trouble;
            if (result.Outcome is Overdue or Abandoned && await db.Replies.SingleOrDefaultAsync(r => r.CaseId == subject.Id, cancellation) is { } reply
                && reply.ApprovedNumber == outbound.Number)
            {
                // It has not left, or nobody knows: its text is in work again.
                reply.ApprovedNumber = null;
            }

            if (subject.IsDone || subject.Status == CaseStatus.Waiting)
            {
                subject.Wake();
            }
        }
    }

    private static string? Trouble(SendResult result) => result.State switch
    {
        SendState.Rejected when result.Outcome.StartsWith("not-", StringComparison.Ordinal) =>
            "Die Antwort wurde nicht gesendet: Sie entspricht nicht der freigegebenen Fassung. Bitte geben Sie sie neu frei.",
        SendState.Rejected => $"Der Mailserver hat die Antwort abgelehnt (Code {result.Outcome}). Bitte prüfen Sie die Adresse.",
        SendState.Uncertain when result.Outcome == Overdue =>
            "Die Antwort hätte schon vor längerer Zeit hinausgehen sollen. Sie wurde jetzt nicht gesendet, denn vielleicht hat die Bürgerin oder der Bürger sie schon. Bitte prüfen Sie das und geben Sie die Antwort neu frei, wenn sie fehlt.",
        SendState.Uncertain when result.Outcome == Abandoned =>
            "Ob die Antwort hinausgegangen ist, ist unklar: Das Senden wurde unterbrochen. Sie wird nicht von selbst noch einmal gesendet. Bitte prüfen Sie das und geben Sie die Antwort neu frei, wenn sie fehlt.",
        SendState.Uncertain =>
            "Ob die Antwort angekommen ist, ist unklar: Die Verbindung brach beim Senden ab. Sie wird nicht von selbst noch einmal gesendet.",
        _ => null,
    };
}
