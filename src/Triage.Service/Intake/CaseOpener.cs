using Microsoft.EntityFrameworkCore;
using Triage.Models.Intake;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Intake;

/// <summary>What a mail does to cases: it opens one, or wakes the one it joins.</summary>
internal sealed class CaseOpener(TriageDbContext db, CaseFactory cases)
{
    public async Task<Case> OpenAsync(RawMessage raw, ParsedMail mail, long? possibleCase, CancellationToken cancellation)
    {
        var fresh = new NewCase(
            mail.Ok && mail.Subject.Length > 0 ? mail.Subject : mail.Ok ? "(ohne Betreff)" : "(Nachricht nicht lesbar)",
            mail.From?.Name is { Length: > 0 } name ? name : null,
            mail.From?.Address,
            WithoutAi: false,
            PlainLanguage: false,
            StatusCodeHash: "");
        var opened = await cases.OpenAsync(db, CaseChannel.Email, fresh, raw.ReceivedAt, cancellation, possibleCase);
        opened.Attention = mail.Error;
        return opened;
    }

    /// <summary>A person's message wakes the case; a bounce asks for attention; other machines' mails are only kept.</summary>
    public async Task JoinAsync(Case subject, ParsedMail mail, CancellationToken cancellation)
    {
        if (mail.Bounce is { } bounce && mail.Automatic.Kind == AutomaticKind.Bounce)
        {
            await BounceAsync(subject, bounce, cancellation);
        }
        else if (!mail.Automatic.Is)
        {
            subject.Wake();
        }
    }

    private async Task BounceAsync(Case subject, BounceInfo bounce, CancellationToken cancellation)
    {
        var ids = bounce.OriginalMessageIds.ToList();
        if (bounce.Recipients.Count > 0 && bounce.Recipients.All(r => r.Action is "delayed" or "delivered" or "relayed"))
        {
            return;
        }

        await db.Outbox.Where(o => o.CaseId == subject.Id && ids.Contains(o.MessageId))
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.State, SendState.Bounced), cancellation);
        await db.Notices.Where(n => n.CaseId == subject.Id && ids.Contains(n.MessageId))
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.State, SendState.Bounced), cancellation);
        subject.Attention = "Unsere E-Mail kam als unzustellbar zurück. Bitte prüfen Sie die Adresse.";
        subject.Wake();
    }
}
