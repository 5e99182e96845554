using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;
using Triage.Models.Triaging.Rules;
using Triage.Service.Cases;
using Triage.Service.Intake;
using Triage.Service.Storage;

namespace Triage.Service.Triaging.Rules;

/// <summary>The rules that are switched on, and which of them decides a message.</summary>
internal sealed class RuleBook(TriageDbContext db, Municipality town, TimeProvider time)
{
    public DateOnly Today => DateOnly.FromDateTime(German.Local(time.GetUtcNow()).Date);

    /// <summary>The rule that decides this message today; null: none does.</summary>
    public async Task<RoutingRule?> FirstAsync(CaseMessage message, Classification? said, CancellationToken cancellation) =>
        await SwitchedOnAsync(cancellation) is { Count: > 0 } rules
            ? RoutingRules.First(rules, SubjectOf(message, await PlaceAsync(message, cancellation)), said, Today)
            : null;

    /// <summary>In their order. A rule to an office that the town no longer has is left out.</summary>
    public async Task<IReadOnlyList<RoutingRule>> SwitchedOnAsync(CancellationToken cancellation)
    {
        var rules = await db.RoutingRules.AsNoTracking().Where(r => r.State == RuleState.On).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(cancellation);
        return [.. rules.Where(r => r.Department is null || town.Department(r.Department) is not null).Select(r => r.ToRule())];
    }

    /// <summary>The message as rules see it; the place that a web form asked for counts like one named in the text.</summary>
    public static RuleSubject SubjectOf(CaseMessage message, string? place)
    {
        var inquiry = InquiryText.Of(message);
        return new RuleSubject(
            string.IsNullOrEmpty(place) ? inquiry : inquiry with { Text = $"{inquiry.Text}\n{place}" },
            message.FromAddress,
            message.ToAddresses?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
    }

    private Task<string?> PlaceAsync(CaseMessage message, CancellationToken cancellation) =>
        db.ContactWishes.Where(w => w.CaseId == message.CaseId).Select(w => w.Place).FirstOrDefaultAsync(cancellation);
}
