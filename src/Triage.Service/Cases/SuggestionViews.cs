using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Intake;
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
            said.Abstained)
        {
            Urgent = said.Urgent ? said.UrgentWords : [],
            Further = said.Concerns.Count == 0 ? [] : await FurtherAsync(suggestion, cancellation),
        };
    }

    private async Task<IReadOnlyList<FurtherConcern>> FurtherAsync(Suggestion suggestion, CancellationToken cancellation)
    {
        var message = await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == suggestion.MessageId, cancellation);
        var text = message is null ? "" : InquiryText.Of(message).Whole;
        return [.. suggestion.Classification.Concerns.Where(c => c.Start + c.Length <= text.Length && town.Topic(c.Topic) is not null)
            .Select(c => new FurtherConcern(c.Topic, town.Topic(c.Topic)!.Name, text.Substring(c.Start, c.Length), suggestion.MessageId))];
    }

    private static IReadOnlyList<string> Words(Models.Triaging.Classification said, int sign) =>
        [.. said.Because.Where(r => Math.Sign(r.Weight) == sign).OrderByDescending(r => Math.Abs(r.Weight)).Select(r => r.Text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Take(8)];

    // Decisions made while seeing the suggestion flatter it, so blind checks come first and the others are named as such.
    private async Task<string> ExperienceAsync(Suggestion suggestion, CancellationToken cancellation)
    {
        var since = time.GetUtcNow().AddDays(-Days);
        var decided = await db.Decisions.AsNoTracking()
            .Where(d => d.SuggestedDepartment == suggestion.Department && d.Abstained == suggestion.Abstained && !d.Demo && d.At > since)
            .ToListAsync(cancellation);
        var verdicts = Verdicts.Of(decided).ToLookup(v => v.IsBlind, v => v.OfficeRight);
        var (blind, seen) = (verdicts[true].ToList(), verdicts[false].ToList());
        return (blind.Count, seen.Count) switch
        {
            ( >= Enough, _) => Sentence(blind.Count(right => right), blind.Count, "ohne den Vorschlag zu sehen"),
            (_, >= Enough) => Sentence(seen.Count(right => right), seen.Count, "beim Blick auf den Vorschlag"),
            _ => "Noch keine Erfahrung mit diesem Amt.",
        };
    }

    private static string Sentence(int right, int all, string how) => string.Create(
        German.Culture, $"Von 100 ähnlich eingestuften Anfragen waren {100.0 * right / all:0} richtig ({all} Fälle, letzte {Days} Tage, entschieden {how}).");
}
