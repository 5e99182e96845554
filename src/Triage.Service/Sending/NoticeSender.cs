using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Sending;

/// <summary>Sends fixed notices. Each points to a released version of a text block; the database knows no other.</summary>
internal sealed class NoticeSender(TriageDbContext db, IMailTransport transport, IOptions<MailOptions> options, TimeProvider time)
{
    private const int MaxAttempts = 8;

    /// <summary>Sends one notice that is due. False: there is none.</summary>
    public async Task<bool> SendOneAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await ParkAbandonedAsync(now, cancellation);
        var due = await db.Notices.AsNoTracking().Where(n => n.State == SendState.Queued && n.NotBefore <= now)
            .OrderBy(n => n.Id).FirstOrDefaultAsync(cancellation);
        if (due is null || !await ClaimAsync(due, now, cancellation))
        {
            return false;
        }

        var result = now - due.NotBefore > TimeSpan.FromMinutes(options.Value.OverdueMinutes) ? new SendResult(SendState.Uncertain, SentMail.Overdue)
            : await IsReleasedTextAsync(due, cancellation) ? await transport.SendAsync(new MailToSend(due.MessageId, options.Value.From, [due.Recipient], due.Mime), cancellation)
            : new SendResult(SendState.Rejected, "not-the-released-text");
        await FinishAsync(due, result, cancellation);
        return true;
    }

    // As with answers: only an idempotent transport may repeat it.
    private async Task ParkAbandonedAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var abandoned = db.Notices.Where(n => n.State == SendState.Sending && n.NotBefore <= now);
        if (transport.IsIdempotent)
        {
            await abandoned.ExecuteUpdateAsync(n => n.SetProperty(x => x.State, SendState.Queued), cancellation);
            return;
        }

        foreach (var notice in await abandoned.AsNoTracking().OrderBy(n => n.Id).ToListAsync(cancellation))
        {
            await FinishAsync(notice, new SendResult(SendState.Uncertain, SentMail.Abandoned), cancellation);
        }
    }

    private async Task<bool> ClaimAsync(Notice due, DateTimeOffset now, CancellationToken cancellation)
    {
        var mine = await db.Notices.Where(n => n.Id == due.Id && n.Token == due.Token && n.State == SendState.Queued)
            .ExecuteUpdateAsync(
                n => n.SetProperty(x => x.State, SendState.Sending).SetProperty(x => x.Token, due.Token + 1)
                    .SetProperty(x => x.NotBefore, now + TimeSpan.FromSeconds(options.Value.LeaseSeconds)).SetProperty(x => x.Attempts, due.Attempts + 1),
                cancellation);
        (due.Token, due.Attempts) = (due.Token + 1, due.Attempts + 1);
        return mine == 1;
    }

    // The second lock for notices: the mail must say exactly what the released block says.
    private async Task<bool> IsReleasedTextAsync(Notice due, CancellationToken cancellation)
    {
        var released = await db.TextBlockVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.TextBlockId == due.TextBlockId && v.Version == due.Version && v.Released == 1, cancellation);
        if (released is null)
        {
            return false;
        }

        using var mail = await MimeKit.MimeMessage.LoadAsync(new MemoryStream(due.Mime), cancellation);
        var expected = NoticeText.Fill(released, due.Language, due.Values);
        return mail.TextBody?.ReplaceLineEndings("\n").TrimEnd() == expected.ReplaceLineEndings("\n").TrimEnd()
            && !mail.Attachments.Any() && mail.MessageId == due.MessageId;
    }

    private async Task FinishAsync(Notice due, SendResult result, CancellationToken cancellation)
    {
        var state = result.State == SendState.Queued && due.Attempts >= MaxAttempts ? SendState.Rejected : result.State;
        // A receipt holds the citizen's status code, which is stored hashed everywhere else: what will not be sent again is forgotten.
        var (mime, values) = state == SendState.Queued ? (due.Mime, due.Values) : ([], new Dictionary<string, string>());
        var retryAt = time.GetUtcNow() + TimeSpan.FromMinutes(Math.Pow(2, due.Attempts - 1));
        await db.InTransactionAsync(
            async () =>
            {
                await db.Notices.Where(n => n.Id == due.Id && n.Token == due.Token)
                    .ExecuteUpdateAsync(
                        n => n.SetProperty(x => x.State, state).SetProperty(x => x.Outcome, result.Outcome).SetProperty(x => x.NotBefore, retryAt)
                            .SetProperty(x => x.Mime, mime).SetProperty(x => x.Values, values),
                        cancellation);
                if (Trouble(state, result.Outcome) is { } trouble && await db.Cases.SingleOrDefaultAsync(c => c.Id == due.CaseId, cancellation) is { } subject)
                {
                    // What an answer said there weighs more.
                    subject.Attention ??= trouble;
                }
            },
            cancellation);
    }

    private static string? Trouble(string state, string outcome) => state switch
    {
        SendState.Rejected => "Eine Benachrichtigung an die Bürgerin oder den Bürger kam nicht durch. Bitte prüfen Sie die Adresse.",
        SendState.Uncertain when outcome == SentMail.Overdue =>
            "Eine Benachrichtigung an die Bürgerin oder den Bürger hätte schon vor längerer Zeit hinausgehen sollen. Sie wurde nicht mehr gesendet.",
        SendState.Uncertain when outcome == SentMail.Abandoned =>
            "Ob eine Benachrichtigung an die Bürgerin oder den Bürger hinausgegangen ist, ist unklar: Das Senden wurde unterbrochen. Sie wird nicht noch einmal gesendet.",
        _ => null,
    };
}
