using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Approving.Translating;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Approving;

/// <summary>An approved letter as it is printed.</summary>
public sealed record LetterView(long CaseId, string CaseNumber, string Address, string Day, string Subject, string Text)
{
    /// <summary>Below the German text; null for none.</summary>
    public TranslationView? Translation { get; init; }
}

/// <summary>Approved letters: to print, and to be marked as posted by a person.</summary>
internal sealed class LetterDesk(TriageDbContext db, TimeProvider time)
{
    /// <summary>The approved letter that waits to be posted; null when there is none, or its text is not what was approved.</summary>
    public async Task<LetterView?> FindAsync(Case subject, CancellationToken cancellation)
    {
        var (letter, frozen) = await WaitingAsync(subject, cancellation);
        if (letter is null || frozen is null)
        {
            return null;
        }

        var address = await db.ContactWishes.Where(w => w.CaseId == subject.Id).Select(w => w.PostalAddress).SingleOrDefaultAsync(cancellation);
        var message = ReviewViews.Load(frozen);
        var (german, translation) = OutgoingTranslation.Split((message.TextBody ?? "").ReplaceLineEndings("\n"));
        return new LetterView(subject.Id, subject.Number, $"{subject.CitizenName}\n{address}".Trim(), German.Day(time.GetUtcNow()), message.Subject ?? "", german)
        {
            Translation = translation is null ? null : TranslationView.Of(translation.Language, translation.Text, null),
        };
    }

    /// <summary>The person has posted it: it joins the case's messages, and the case is answered. False: there was none.</summary>
    public Task<bool> PostedAsync(Case subject, StaffIdentity who, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var (letter, frozen) = await WaitingAsync(subject, cancellation);
            if (letter is null || frozen is null)
            {
                return false;
            }

            var now = time.GetUtcNow();
            letter.State = SendState.Accepted;
            letter.Outcome = "posted";
            db.Messages.Add(Posted(subject, frozen, who, now));
            if (await db.Replies.AnyAsync(r => r.CaseId == subject.Id && r.AsksBack, cancellation))
            {
                subject.WaitUntil(now.AddDays(21));
            }
            else
            {
                subject.Close(CloseReason.Answered, now);
            }

            await db.AppendAsync(new AuditEvent("letter-posted", "case", subject.Id, who.Id, $"revision={letter.Number};sha256={letter.MailSha256}"), time, cancellation);
            return true;
        },
        cancellation);

    private async Task<(Outbound? Letter, FrozenMail? Frozen)> WaitingAsync(Case subject, CancellationToken cancellation)
    {
        var letter = await db.Outbox.Where(o => o.CaseId == subject.Id && o.Channel == "letter" && o.State == SendState.Held)
            .OrderByDescending(o => o.Number).FirstOrDefaultAsync(cancellation);
        var frozen = letter is null ? null : await db.FrozenMails.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == letter.CaseId && m.Number == letter.Number, cancellation);
        return frozen is not null && MailHash.Of(frozen.Mime, frozen.Sender, frozen.Recipients) == letter!.MailSha256 ? (letter, frozen) : (null, null);
    }

    private static CaseMessage Posted(Case subject, FrozenMail frozen, StaffIdentity who, DateTimeOffset now) => new()
    {
        CaseId = subject.Id,
        Direction = MessageDirection.Out,
        At = now,
        MessageId = frozen.MessageId,
        FromAddress = frozen.Sender,
        Subject = frozen.Subject,
        Text = frozen.Text,
        StaffId = who.Id,
    };
}
