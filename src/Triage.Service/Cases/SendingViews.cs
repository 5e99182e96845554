using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>Shows what happens to the newest approved answer.</summary>
internal sealed class SendingViews(TriageDbContext db, TimeProvider time)
{
    public async Task<SendingView?> OfAsync(Case subject, CancellationToken cancellation)
    {
        var last = await db.Outbox.AsNoTracking().Where(o => o.CaseId == subject.Id).OrderByDescending(o => o.Number).FirstOrDefaultAsync(cancellation);
        var signed = await db.Approvals.Where(a => a.CaseId == subject.Id).MaxAsync(a => (int?)a.Number, cancellation);
        if (signed is not null && signed > (last?.Number ?? 0) && await IsCurrentAsync(subject, signed.Value, cancellation))
        {
            return new SendingView("Eine Person hat die Antwort freigegeben. Sie wartet auf die Mitzeichnung einer zweiten Person.", CanRecall: false, signed, LetterToPost: false);
        }

        return last is null ? null : Show(last);
    }

    private Task<bool> IsCurrentAsync(Case subject, int number, CancellationToken cancellation) => db.FrozenMails
        .AnyAsync(m => m.CaseId == subject.Id && m.Number == number && m.CaseVersion == subject.Version
            && db.Replies.Any(r => r.CaseId == subject.Id && r.Version == m.ReplyVersion && r.ApprovedNumber == null), cancellation);

    private SendingView? Show(Outbound o)
    {
        var letter = o.Channel == "letter";
        var held = o.State == SendState.Held && (letter || o.NotBefore > time.GetUtcNow());
        var words = o.State switch
        {
            SendState.Held when letter => "Der Brief ist freigegeben. Bitte drucken und versenden Sie ihn.",
            SendState.Held when held => $"Die Antwort ist freigegeben. Sie geht um {Clock(o.NotBefore)} Uhr hinaus; bis dahin können Sie sie zurückholen.",
            SendState.Held or SendState.Queued or SendState.Sending => "Die Antwort ist freigegeben und wird gerade gesendet.",
            SendState.Accepted => letter ? "Der Brief ist versandt." : "Die Antwort ist gesendet.",
            SendState.Recalled => "Die letzte Antwort wurde zurückgeholt. Sie ist nicht hinausgegangen.",
            SendState.Bounced => "Die letzte Antwort kam als unzustellbar zurück.",
            SendState.Uncertain => "Ob die letzte Antwort angekommen ist, ist unklar.",
            _ => "Die letzte Antwort wurde nicht gesendet.",
        };
        return new SendingView(words, held, null, letter && held);
    }

    private static string Clock(DateTimeOffset instant) => German.Local(instant).ToString("HH:mm:ss", German.Culture);
}
