using Microsoft.EntityFrameworkCore;
using Triage.Models.Intake;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Intake;

/// <summary>Where a mail belongs. <see cref="CaseId"/>: it joins that case. <see cref="PossibleCaseId"/>: a person should look.</summary>
internal sealed record Belonging(long? CaseId, long? PossibleCaseId);

/// <summary>
/// Finds the case that a mail belongs to. Joining needs our unguessable Message-ID and the known sender; a case number in
/// the subject, the citizen's own earlier mail, or our Message-ID in a stranger's hand is a hint for people only (fault 19).
/// </summary>
internal sealed partial class CaseFinder(TriageDbContext db)
{
    public async Task<Belonging> FindAsync(ParsedMail mail, CancellationToken cancellation)
    {
        var proofs = mail.References.Concat(mail.Bounce?.OriginalMessageIds ?? []).Distinct().ToList();
        var referred = await db.Messages
            .Where(m => m.MessageId != null && proofs.Contains(m.MessageId) && (m.Direction == MessageDirection.Out || m.Direction == MessageDirection.Notice))
            .Join(db.Cases, m => m.CaseId, c => c.Id, (_, c) => c).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellation);
        if (referred is not null)
        {
            // A bounce comes from the mail server; that it quotes our Message-ID is its proof.
            return mail.Bounce is not null || IsCitizen(referred, mail) ? new Belonging(referred.Id, null) : new Belonging(null, referred.Id);
        }

        return new Belonging(null, await HintAsync(mail, cancellation));
    }

    // A citizen who answers their own mail, or names a case number, probably means that case; neither proves it.
    private async Task<long?> HintAsync(ParsedMail mail, CancellationToken cancellation)
    {
        var number = CaseNumber().Match(mail.Subject);
        if (number.Success)
        {
            return await db.Cases.Where(c => c.Number == number.Value).Select(c => (long?)c.Id).SingleOrDefaultAsync(cancellation);
        }

        var references = mail.References.ToList();
        return await db.Messages.Where(m => m.Direction == MessageDirection.In && m.MessageId != null && references.Contains(m.MessageId)
            && !db.Splits.Any(s => s.PartMessageId == m.Id))
            .OrderByDescending(m => m.Id).Select(m => (long?)m.CaseId).FirstOrDefaultAsync(cancellation);
    }

    private static bool IsCitizen(Case known, ParsedMail mail) =>
        mail.From is not null && string.Equals(known.CitizenAddress, mail.From.Address, StringComparison.OrdinalIgnoreCase);

    [System.Text.RegularExpressions.GeneratedRegex(@"\b[A-Z]{1,4}-\d{4}-\d{6}\b", System.Text.RegularExpressions.RegexOptions.None, 1000)]
    private static partial System.Text.RegularExpressions.Regex CaseNumber();
}
