using Microsoft.EntityFrameworkCore;
using Triage.Service.Auditing;
using Triage.Service.Intake;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>Shows a message whose step failed for good to people, as a case that needs attention, with its original.</summary>
internal sealed class FailedWork(TriageDbContext db, CaseFactory cases, TimeProvider time)
{
    public Task ShowToPeopleAsync(Work work, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var raw = await db.RawMessages.SingleAsync(r => r.Id == work.RawMessageId, cancellation);
            var subject = await db.Cases.SingleOrDefaultAsync(c => c.Id == raw.CaseId, cancellation) ?? await OpenAsync(raw, cancellation);
            raw.CaseId = subject.Id;
            subject.Attention = Reason(work.Step);
            subject.Present();
            await db.AppendAsync(new AuditEvent("step-failed", "case", subject.Id, null, $"step={work.Step}"), time, cancellation);
        },
        cancellation);

    private async Task<Case> OpenAsync(RawMessage raw, CancellationToken cancellation)
    {
        var opened = await cases.OpenAsync(
            db, CaseChannel.Email, new NewCase("(Nachricht nicht lesbar)", null, null, WithoutAi: true, PlainLanguage: false, ""), raw.ReceivedAt, cancellation);
        db.Messages.Add(new CaseMessage
        {
            CaseId = opened.Id,
            Direction = MessageDirection.In,
            At = raw.ReceivedAt,
            RawMessageId = raw.Id,
            Subject = opened.Subject,
            Text = "",
            ReadingNote = "Die Nachricht konnte nicht gelesen werden. Bitte öffnen Sie das Original.",
        });
        return opened;
    }

    private static string Reason(PipelineStep step) => step switch
    {
        PipelineStep.Read => "Die Nachricht konnte nicht gelesen werden. Das Original ist gespeichert.",
        PipelineStep.Acknowledge => "Die Eingangsbestätigung konnte nicht erstellt werden.",
        PipelineStep.Classify => "Der Vorschlag zur Zuständigkeit ist fehlgeschlagen. Bitte ordnen Sie den Vorgang selbst zu.",
        PipelineStep.Summarize => "Die Zusammenfassung des Verlaufs ist fehlgeschlagen. Bitte lesen Sie die früheren Nachrichten selbst.",
        _ => "Der Antwortentwurf ist fehlgeschlagen. Bitte antworten Sie ohne Entwurf.",
    };
}
