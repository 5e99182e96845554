using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>The facts on top of a case's page.</summary>
internal sealed class CaseFacts(TriageDbContext db, Municipality town, Inbox inbox, CaseAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<CaseFact>> OfAsync(Case subject, StaffIdentity who, CancellationToken cancellation)
    {
        var row = (await inbox.RowsAsync(db.Cases.Where(c => c.Id == subject.Id), who, cancellation))[0];
        List<CaseFact> facts =
        [
            new("Aktenzeichen", subject.Number),
            new("Eingang", $"{German.Moment(subject.CreatedAt)}, {(subject.Channel == CaseChannel.Web ? "Formular" : "E-Mail")}"),
            new("Frist", CaseWords.Due(subject, time.GetUtcNow())),
            new("Stand", row.State),
            new("Amt", row.Topic is null ? row.Office : $"{row.Office}, {row.Topic}"),
        ];
        if (town.Kind(subject.Kind) is { } kind)
        {
            facts.Add(new("Art", kind.Name));
        }

        facts.Add(new("Bearbeitung", row.Assignee ?? "niemand"));
        return facts;
    }

    /// <summary>What a person should know: wishes of the citizen, a possible follow-up, the place.</summary>
    public async Task<IReadOnlyList<string>> HintsAsync(Case subject, StaffIdentity who, CancellationToken cancellation)
    {
        var hints = new List<string>();
        if (subject.WithoutAi)
        {
            hints.Add("Bitte ohne KI: Vorschlag und Entwurf sind für diesen Vorgang abgeschaltet.");
        }

        if (subject.PlainLanguage)
        {
            hints.Add("Gewünscht ist eine Antwort in Einfacher Sprache.");
        }

        if (subject.PossibleFollowUpOf is { } other)
        {
            var number = await access.Readable(db.Cases, who).Where(c => c.Id == other).Select(c => c.Number).SingleOrDefaultAsync(cancellation);
            hints.Add($"Gehört vielleicht zu {number ?? "einem Vorgang eines anderen Amtes"}. Der Absender ist dafür nicht nachgewiesen.");
        }

        var place = await db.ContactWishes.Where(w => w.CaseId == subject.Id).Select(w => w.Place).SingleOrDefaultAsync(cancellation);
        if (!string.IsNullOrEmpty(place))
        {
            hints.Add($"Ort: {place}");
        }

        return hints;
    }

    /// <summary>The rule that chose the office on arrival, as a sentence that stays true when people decide otherwise; null when none did.</summary>
    public async Task<string?> RuleAsync(Case subject, CancellationToken cancellation)
    {
        if (subject.RuleId is not { } id)
        {
            return null;
        }

        var rule = await db.RoutingRules.AsNoTracking().SingleAsync(r => r.Id == id, cancellation);
        var author = await db.Users.Where(s => s.Id == rule.AuthorId).Select(s => s.DisplayName).SingleAsync(cancellation);
        return $"Beim Eingang hat die Regel „{rule.Name}“ das Amt gewählt: {rule.Reason} (Regel von {author}{(rule.ValidUntil is { } until ? $", gilt bis {German.Date(until)}" : "")})";
    }

    public Task<string?> AssigneeAsync(Case subject, CancellationToken cancellation) =>
        db.Users.Where(s => s.Id == subject.AssigneeId).Select(s => s.DisplayName).SingleOrDefaultAsync(cancellation);
}
