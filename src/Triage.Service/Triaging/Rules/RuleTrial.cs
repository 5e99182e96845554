using Microsoft.EntityFrameworkCore;
using Triage.Models.Triaging.Rules;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Triaging.Rules;

/// <summary>A past case that the rule would have sent elsewhere; <see cref="Decided"/>: where a person left it, null while open.</summary>
internal sealed record ChangedCase(long Id, string Number, string Subject, string? Before, string? After, string? Decided);

/// <summary>What a rule would have changed among past cases.</summary>
internal sealed record TrialResult(int Cases, IReadOnlyList<ChangedCase> Changed);

/// <summary>Plays a rule on past cases, beside those that are switched on, and compares where each case would have gone.</summary>
internal sealed class RuleTrial(TriageDbContext db, RuleBook book)
{
    /// <summary>The newest cases that are looked at.</summary>
    public const int Cases = 500;

    public async Task<TrialResult> RunAsync(StoredRule rule, CancellationToken cancellation)
    {
        var others = (await book.SwitchedOnAsync(cancellation)).Where(r => r.Id != rule.Id).ToList();
        // Past days are played as if the rule had held then: the question is what it does, not since when.
        var tried = rule.ToRule() with { ValidFrom = DateOnly.MinValue, ValidUntil = null };
        var place = await db.RoutingRules.CountAsync(r => r.State == RuleState.On && r.Id != rule.Id && r.Position < rule.Position, cancellation);
        List<RoutingRule> with = [.. others.Take(place), tried, .. others.Skip(place)];
        var past = await PastAsync(cancellation);
        return new TrialResult(past.Count, [.. past.Select(p => Compare(p, others, with)).OfType<ChangedCase>()]);
    }

    private ChangedCase? Compare(Past past, IReadOnlyList<RoutingRule> without, IReadOnlyList<RoutingRule> with)
    {
        var subject = RuleBook.SubjectOf(past.Message, past.Place);
        var before = Target(RoutingRules.First(without, subject, past.Suggestion?.Classification, book.Today), past.Suggestion);
        var after = Target(RoutingRules.First(with, subject, past.Suggestion?.Classification, book.Today), past.Suggestion);
        return before == after ? null : new ChangedCase(
            past.Case.Id, past.Case.Number, past.Case.Subject, before.Department, after.Department, past.Case.IsDone ? past.Case.Department : null);
    }

    private static (string? Department, string? Topic) Target(RoutingRule? rule, Suggestion? suggestion) => (rule, suggestion) switch
    {
        ({ } acts, _) => (acts.Department, acts.Topic),
        (_, { Abstained: false } said) => (said.Department.Length == 0 ? null : said.Department, said.Topic),
        _ => (null, null),
    };

    private async Task<List<Past>> PastAsync(CancellationToken cancellation)
    {
        // No rule reaches a case that a person split off.
        var newest = db.Cases.AsNoTracking().Where(c => !c.WithoutAi && !db.Splits.Any(s => s.PartId == c.Id)).OrderByDescending(c => c.Id).Take(Cases);
        var cases = await newest.ToListAsync(cancellation);
        var first = await db.Messages.AsNoTracking()
            .Where(m => newest.Any(c => c.Id == m.CaseId) && m.Direction == MessageDirection.In).OrderBy(m => m.Id).ToListAsync(cancellation);
        var suggestions = await db.Suggestions.AsNoTracking().Where(s => newest.Any(c => c.Id == s.CaseId)).OrderBy(s => s.Id).ToListAsync(cancellation);
        var placeOf = await db.ContactWishes.AsNoTracking().Where(w => newest.Any(c => c.Id == w.CaseId)).ToDictionaryAsync(w => w.CaseId, w => w.Place, cancellation);
        var messageOf = first.GroupBy(m => m.CaseId).ToDictionary(g => g.Key, g => g.First());
        var suggestionOf = suggestions.GroupBy(s => s.CaseId).ToDictionary(g => g.Key, g => g.First());
        return [.. cases.Where(c => messageOf.ContainsKey(c.Id)).Select(c => new Past(c, messageOf[c.Id], suggestionOf.GetValueOrDefault(c.Id), placeOf.GetValueOrDefault(c.Id)))];
    }

    private sealed record Past(Case Case, CaseMessage Message, Suggestion? Suggestion, string? Place);
}
