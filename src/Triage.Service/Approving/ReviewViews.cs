using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using Triage.Models.Inquiries;
using Triage.Service.Approving.Translating;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Approving;

/// <summary>Shows frozen mails for review.</summary>
internal sealed class ReviewViews(TriageDbContext db, CriticalStatements critical, Translations translations, IOptions<MailOptions> mail)
{
    /// <summary>The revision, if it is still what the case says; null when the case or the text changed since, or was approved.</summary>
    public async Task<ReviewView?> OfAsync(Case subject, int number, InboxQueue queue, CancellationToken cancellation)
    {
        var frozen = await db.FrozenMails.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == subject.Id && m.Number == number, cancellation);
        var reply = await db.Replies.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == subject.Id && r.ApprovedNumber == null, cancellation);
        if (frozen is null || reply is null || frozen.CaseVersion != subject.Version || frozen.ReplyVersion != reply.Version)
        {
            return null;
        }

        var revision = await db.Revisions.AsNoTracking().SingleAsync(r => r.CaseId == subject.Id && r.Number == number, cancellation);
        var message = Load(frozen);
        var (german, translation) = OutgoingTranslation.Split((message.TextBody ?? "").ReplaceLineEndings("\n"));
        var draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == reply.DraftId, cancellation);
        return new ReviewView
        {
            CaseId = subject.Id,
            CaseNumber = subject.Number,
            Queue = queue.Key(),
            Number = number,
            Sha256 = revision.MailSha256,
            IsLetter = frozen.Channel == AnswerChannel.Letter,
            From = message.From.ToString(),
            To = frozen.Channel == AnswerChannel.Letter ? subject.CitizenName ?? "" : message.To.ToString(),
            Subject = message.Subject ?? "",
            Text = german,
            Translation = translation is { } t ? TranslationView.Of(t.Language, t.Text, null) : await WithoutAsync(subject, reply, cancellation),
            Files = [.. message.Attachments.OfType<MimePart>().Select(p => p.FileName ?? "anhang")],
            Changes = draft is null ? null : TextDifference.Of(MailFreezer.WithoutMarkers(draft.Draft.Text).Trim(), MailFreezer.WithoutMarkers(reply.Text).Trim()),
            Warnings = await WarningsAsync(subject, reply, cancellation),
            Open = [.. (await critical.OpenAsync(subject, reply, cancellation)).Select(c => $"{CriticalWords.Of(c.Kind)}: „{c.Text}“")],
            NeedsTwo = revision.Signatures == 2,
            Follows = Follows(frozen, reply),
        };
    }

    /// <summary>What was reviewed beside what stands there now.</summary>
    public async Task<StaleView> StaleAsync(Case subject, int number, CancellationToken cancellation)
    {
        var frozen = await db.FrozenMails.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == subject.Id && m.Number == number, cancellation);
        var reply = await db.Replies.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == subject.Id, cancellation);
        var since = frozen?.At ?? DateTimeOffset.MaxValue;
        var arrived = await db.Messages.AsNoTracking().Where(m => m.CaseId == subject.Id && m.Direction == MessageDirection.In && m.At > since)
            .OrderBy(m => m.Id).Select(m => new { m.At, m.Text }).ToListAsync(cancellation);
        return new StaleView(
            subject.Id,
            subject.Number,
            frozen?.Text ?? "",
            reply is null ? null : MailFreezer.WithoutMarkers(reply.Text),
            [.. arrived.Select(m => $"{German.Moment(m.At)}\n\n{m.Text}")],
            !subject.IsDone && reply is { ApprovedNumber: null });
    }

    public static MimeMessage Load(FrozenMail frozen)
    {
        using var stream = new MemoryStream(frozen.Mime, writable: false);
        return MimeMessage.Load(stream);
    }

    private async Task<TranslationView?> WithoutAsync(Case subject, Reply reply, CancellationToken cancellation) =>
        await translations.LanguageAsync(subject, cancellation) is { } language
            ? TranslationView.Of(language, null, await translations.FindAsync(subject, MailFreezer.WithoutMarkers(reply.Text), language, cancellation))
            : null;

    private async Task<IReadOnlyList<string>> WarningsAsync(Case subject, Reply reply, CancellationToken cancellation)
    {
        if (reply.Channel != AnswerChannel.Email)
        {
            return [];
        }

        var warnings = new List<string>();
        var last = await db.Messages.AsNoTracking().Where(m => m.CaseId == subject.Id && m.Direction == MessageDirection.In)
            .OrderByDescending(m => m.Id).Select(m => new { m.FromAddress, m.ReplyTo }).FirstOrDefaultAsync(cancellation);
        if (ReplyAddress.Differs(last?.FromAddress, last?.ReplyTo))
        {
            warnings.Add($"Die Anfrage kam von {last!.FromAddress}, Antworten sollen aber an {last.ReplyTo} gehen. Das ist eine andere Domain.");
        }

        if (!string.Equals(reply.Recipient, subject.CitizenAddress, StringComparison.OrdinalIgnoreCase))
        {
            warnings.Add($"Die Antwort geht nicht an die Adresse, von der die Anfrage kam ({subject.CitizenAddress ?? "keine"}).");
        }

        return warnings;
    }

    private string Follows(FrozenMail frozen, Reply reply) => frozen.Channel == AnswerChannel.Letter
        ? "Nach der Freigabe drucken Sie den Brief und vermerken, wann er versandt ist."
        : $"Nach der Freigabe bleiben {mail.Value.RecallSeconds} Sekunden zum Zurückholen." + (reply.AsksBack ? " Danach wartet der Vorgang auf die Antwort." : "");
}
