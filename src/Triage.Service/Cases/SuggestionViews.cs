using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Learning;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Cases;

/// <summary>Shows what was suggested: rank, words, and how often such suggestions were right. The model's own score is not shown.</summary>
internal sealed class SuggestionViews(TriageDbContext db, Municipality town, TimeProvider time)
{
    /// <summary>Fewer decisions say nothing.</summary>
    public const int Enough = 50;

    private const int Days = 90;

    public async Task<SuggestionView> OfAsync(Suggestion suggestion, CancellationToken cancellation)
    {
        var said = suggestion.Classification;
        return new SuggestionView(
            [.. said.Departments.Take(3).Select(d => town.Department(d.Id)?.Name ?? "kein Anliegen")],
            [.. said.Topics.Take(3).Select(t => town.Topic(t.Id)?.Name).OfType<string>()],
            Words(said, 1),
            Words(said, -1),
            await ExperienceAsync(suggestion, cancellation),
            said.Abstained);
    }

    private static IReadOnlyList<string> Words(Models.Triaging.Classification said, int sign) =>
        [.. said.Because.Where(r => Math.Sign(r.Weight) == sign).OrderByDescending(r => Math.Abs(r.Weight)).Select(r => r.Text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Take(8)];

    // Decisions made while seeing the suggestion flatter it, so blind checks come first and the others are named as such.
    private async Task<string> ExperienceAsync(Suggestion suggestion, CancellationToken cancellation)
    {
        var since = time.GetUtcNow().AddDays(-Days);
        var decided = await db.Decisions
            .Where(d => d.SuggestedDepartment == suggestion.Department && d.Abstained == suggestion.Abstained && d.SuggestionId != null && !d.Demo && d.At > since && d.Kind != DecisionKind.Discarded)
            .Select(d => new { d.CaseId, d.Id, d.Kind, Right = d.Department == d.SuggestedDepartment }).ToListAsync(cancellation);
        var blind = decided.Where(d => d.Kind == DecisionKind.BlindCheck).ToList();
        var seen = decided.Where(d => d.Kind != DecisionKind.BlindCheck).GroupBy(d => d.CaseId).Select(g => g.MaxBy(d => d.Id)!).ToList();
        return (blind.Count, seen.Count) switch
        {
            ( >= Enough, _) => Sentence(blind.Count(d => d.Right), blind.Count, "ohne den Vorschlag zu sehen"),
            (_, >= Enough) => Sentence(seen.Count(d => d.Right), seen.Count, "beim Blick auf den Vorschlag"),
            _ => "Noch keine Erfahrung mit diesem Amt.",
        };
    }

    private static string Sentence(int right, int all, string how) => string.Create(
        German.Culture, $"Von 100 ähnlich eingestuften Anfragen waren {100.0 * right / all:0} richtig ({all} Fälle, letzte {Days} Tage, entschieden {how}).");
}
