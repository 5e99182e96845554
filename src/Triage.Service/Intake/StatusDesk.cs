using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Approving;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Intake;

/// <summary>What a citizen does with their case, once its number and code have been shown.</summary>
internal sealed class StatusDesk(TriageDbContext db, WebFormSource source, FormMail writer, Recall recall, TimeProvider time)
{
    private static readonly string Nothing = new('0', 64);

    /// <summary>
    /// The case with this number and code; null, after the same work, when either is wrong. A part that was split off has no
    /// code: its number, which stands on its answer, opens the citizen's own case, which shows its parts.
    /// </summary>
    public async Task<long?> FindAsync(string number, string code, CancellationToken cancellation)
    {
        var wanted = number.Trim().ToUpperInvariant().Replace(' ', '-');
        var origin = await OriginAsync(await db.Cases.Where(c => c.Number == wanted).Select(c => c.Id).SingleOrDefaultAsync(cancellation), cancellation);
        var found = await db.Cases.AsNoTracking().Where(c => c.Id == origin).Select(c => new { c.Id, c.StatusCodeHash }).SingleOrDefaultAsync(cancellation);
        var right = CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(StatusCode.HashOf(code)), Encoding.ASCII.GetBytes(found?.StatusCodeHash ?? Nothing));
        return right ? found?.Id : null;
    }

    /// <summary>Adds what the citizen wrote as a message of the case.</summary>
    /// <exception cref="IOException">It could not be stored.</exception>
    public async Task AddAsync(long caseId, string text, IReadOnlyList<FormFile> files, Sealed<FormTicket> ticket, CancellationToken cancellation)
    {
        var subject = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellation);
        var sender = new FormSender(subject.CitizenName ?? "", subject.CitizenAddress ?? "");
        await source.AddAsync(writer.WriteAddition(sender, subject.Subject, text, files, ticket.Fact, ticket.At), caseId, cancellation);
    }

    /// <summary>
    /// Closes the case at the citizen's wish, and stops an approved answer that has not left. A case that is closed already
    /// stays as it is, unless that answer had closed it.
    /// </summary>
    public async Task WithdrawAsync(long caseId, CancellationToken cancellation)
    {
        try
        {
            await WithdrawOnceAsync(caseId, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A clerk or the pipeline changed the case between our reading and our writing.
            db.ChangeTracker.Clear();
            await WithdrawOnceAsync(caseId, cancellation);
        }
    }

    /// <summary>Keeps what the citizen says about the answer, once a case. False: there is no answer yet, or it was said.</summary>
    public Task<bool> TellAsync(long caseId, FeedbackVerdict verdict, string text, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await db.Feedback.AnyAsync(f => f.CaseId == caseId, cancellation)
                || !await db.Messages.AnyAsync(m => m.CaseId == caseId && m.Direction == MessageDirection.Out, cancellation))
            {
                return false;
            }

            db.Feedback.Add(new Feedback { CaseId = caseId, Verdict = verdict, Text = text, At = time.GetUtcNow() });
            await db.AppendAsync(new AuditEvent("feedback", "case", caseId, null, $"verdict={verdict}"), time, cancellation);
            return true;
        },
        cancellation);

    private async Task<long> OriginAsync(long caseId, CancellationToken cancellation)
    {
        while (await db.Splits.Where(s => s.PartId == caseId).Select(s => (long?)s.OriginId).SingleOrDefaultAsync(cancellation) is { } origin)
        {
            caseId = origin;
        }

        return caseId;
    }

    private Task WithdrawOnceAsync(long caseId, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var subject = await db.Cases.SingleAsync(c => c.Id == caseId, cancellation);
            var stopped = await recall.StopAsync(subject, cancellation);
            if (subject.IsDone && !stopped)
            {
                return;
            }

            subject.Close(CloseReason.Withdrawn, time.GetUtcNow());
            subject.Attention = stopped ? "Das Anliegen wurde zurückgezogen. Die freigegebene Antwort ist angehalten und nicht hinausgegangen." : null;
            await db.AppendAsync(new AuditEvent("withdraw", "case", caseId, null, $"because={CloseReason.Withdrawn};by=citizen"), time, cancellation);
        },
        cancellation);
}
