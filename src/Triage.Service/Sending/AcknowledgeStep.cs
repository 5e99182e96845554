using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Sending;

/// <summary>
/// The receipt: case number, status code and due date, nothing of the citizen's text. None goes to a machine, and none to a
/// reply within a case (RFC 3834, section 2).
/// </summary>
internal sealed class AcknowledgeStep(TriageDbContext db, Notices notices, IOptions<MailOptions> options)
{
    public async Task<Func<Task>> PrepareAsync(Work work, CancellationToken cancellation)
    {
        var message = await db.Messages.AsNoTracking().SingleAsync(m => m.RawMessageId == work.RawMessageId, cancellation);
        var first = !await db.Messages.AnyAsync(m => m.CaseId == message.CaseId && m.Id < message.Id, cancellation);
        return async () =>
        {
            if (first && message.Automatic is null)
            {
                await AcknowledgeAsync(message, cancellation);
            }
        };
    }

    private async Task AcknowledgeAsync(CaseMessage message, CancellationToken cancellation)
    {
        var subject = await db.Cases.SingleAsync(c => c.Id == message.CaseId, cancellation);
        // A web citizen has seen a code on the confirmation page; it cannot be shown again, only its hash is known.
        var code = subject.StatusCodeHash is null ? StatusCode.New() : null;
        var values = new Dictionary<string, string>
        {
            ["Aktenzeichen"] = subject.Number,
            ["Eingang"] = German.Day(subject.CreatedAt),
            ["Antwort bis"] = German.Day(subject.DueAt),
            ["Statusseite"] = new Uri(new Uri(options.Value.PublicAddress), "/stand").ToString(),
            ["Statuscode"] = code ?? "(siehe Bestätigung nach dem Absenden)",
        };
        if (await notices.AddAsync(subject, NoticeKey.Receipt, NoticeText.German, values, cancellation) is not null && code is not null)
        {
            subject.StatusCodeHash = StatusCode.HashOf(code);
        }
    }
}
