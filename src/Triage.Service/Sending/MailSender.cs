using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Service.Accounts;
using Triage.Service.Approving;
using Triage.Service.Auditing;
using Triage.Service.Storage;

namespace Triage.Service.Sending;

/// <summary>
/// Sends approved answers, once each. It is the second lock: even where the database's constraints were switched off, it
/// joins the approvals to human accounts, recomputes the hash over bytes and envelope, and refuses what does not match.
/// </summary>
internal sealed class MailSender(TriageDbContext db, IMailTransport transport, SentMail sent, IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>Sends one answer that is due. False: there is none.</summary>
    public async Task<bool> SendOneAsync(CancellationToken cancellation)
    {
        await ParkAbandonedAsync(cancellation);
        var claimed = await ClaimAsync(cancellation);
        if (claimed is null)
        {
            return false;
        }

        var (result, mail) = await TryAsync(claimed, cancellation);
        await FinishAsync(claimed, mail, result, cancellation);
        return true;
    }

    private async Task<Outbound?> ClaimAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = await db.Outbox.AsNoTracking()
            .Where(o => (o.State == SendState.Held || o.State == SendState.Queued) && o.NotBefore <= now && o.Channel == "email")
            .OrderBy(o => o.Id).FirstOrDefaultAsync(cancellation);
        if (due is null)
        {
            return null;
        }

        var mine = await db.Outbox.Where(o => o.Id == due.Id && o.Token == due.Token && o.State == due.State)
            .ExecuteUpdateAsync(
                o => o.SetProperty(x => x.State, SendState.Sending).SetProperty(x => x.Token, due.Token + 1)
                    .SetProperty(x => x.NotBefore, now + TimeSpan.FromSeconds(options.Value.LeaseSeconds)).SetProperty(x => x.Attempts, due.Attempts + 1),
                cancellation);
        (due.Token, due.Attempts) = (due.Token + 1, due.Attempts + 1);
        return mine == 1 ? due : null;
    }

    // Whoever held it is gone or paused. An idempotent transport may repeat it; for SMTP the outcome is unknown (fault 14).
    private async Task ParkAbandonedAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var abandoned in await db.Outbox.AsNoTracking().Where(o => o.State == SendState.Sending && o.NotBefore <= now).OrderBy(o => o.Id).ToListAsync(cancellation))
        {
            await EndAsync(
                abandoned, null, new SendResult(transport.IsIdempotent ? SendState.Queued : SendState.Uncertain, SentMail.Abandoned), abandoned.NotBefore, cancellation);
        }
    }

    private async Task<(SendResult Result, FrozenMail? Mail)> TryAsync(Outbound claimed, CancellationToken cancellation)
    {
        var mail = await db.FrozenMails.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == claimed.CaseId && m.Number == claimed.Number, cancellation);
        if (await RefusalAsync(claimed, mail, cancellation) is { } refusal)
        {
            return (new SendResult(SendState.Rejected, refusal), null);
        }

        if (time.GetUtcNow() - claimed.NotBefore > TimeSpan.FromMinutes(options.Value.OverdueMinutes))
        {
            return (new SendResult(SendState.Uncertain, SentMail.Overdue), mail);
        }

        // A worker that was paused beyond its lease must not send any more (fault 25).
        var held = await db.Outbox.AnyAsync(o => o.Id == claimed.Id && o.Token == claimed.Token && o.State == SendState.Sending, cancellation);
        return held
            ? (await transport.SendAsync(new MailToSend(mail!.MessageId, mail.Sender, mail.Recipients, mail.Mime), cancellation), mail)
            : (new SendResult(SendState.Uncertain, "lease-lost"), mail);
    }

    private async Task<string?> RefusalAsync(Outbound claimed, FrozenMail? mail, CancellationToken cancellation)
    {
        if (mail is null || mail.MessageId != claimed.MessageId || MailHash.Of(mail.Mime, mail.Sender, mail.Recipients) != claimed.MailSha256)
        {
            return "not-the-approved-mail";
        }

        var signers = await db.Approvals.AsNoTracking()
            .Where(a => a.CaseId == claimed.CaseId && a.Number == claimed.Number && a.MailSha256 == claimed.MailSha256)
            .Join(db.Users.Where(s => s.Kind == StaffKind.Human), a => a.ApproverId, s => s.Id, (a, s) => s.Id)
            .Distinct().CountAsync(cancellation);
        var asked = await db.Revisions.Where(r => r.CaseId == claimed.CaseId && r.Number == claimed.Number && r.MailSha256 == claimed.MailSha256)
            .Select(r => (int?)r.Signatures).SingleOrDefaultAsync(cancellation);
        return asked is null || signers < asked ? "not-approved-by-a-person" : null;
    }

    private Task FinishAsync(Outbound claimed, FrozenMail? mail, SendResult result, CancellationToken cancellation) => EndAsync(
        claimed, mail, result, time.GetUtcNow() + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, claimed.Attempts - 1))), cancellation);

    // With a newer token, so that a worker that was only paused comes too late with what it knows.
    private Task EndAsync(Outbound claimed, FrozenMail? mail, SendResult result, DateTimeOffset again, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var mine = await db.Outbox.Where(o => o.Id == claimed.Id && o.Token == claimed.Token && o.State == SendState.Sending)
                .ExecuteUpdateAsync(
                    o => o.SetProperty(x => x.State, result.State).SetProperty(x => x.Outcome, result.Outcome).SetProperty(x => x.NotBefore, again)
                        .SetProperty(x => x.Token, x => x.Token + 1),
                    cancellation);
            if (mine == 1)
            {
                await sent.RecordAsync(claimed, mail, result, cancellation);
                await db.AppendAsync(
                    new AuditEvent("send-" + result.State, "case", claimed.CaseId, null, $"revision={claimed.Number};sha256={claimed.MailSha256}"),
                    time, cancellation);
            }
        },
        cancellation);
}
