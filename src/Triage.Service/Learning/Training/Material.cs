using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;
using Triage.Models.Learning;
using Triage.Service.Cases;
using Triage.Service.Intake;
using Triage.Service.Storage;

namespace Triage.Service.Learning.Training;

/// <summary>What decided cases teach, with the texts as the classifier saw them. In memory only.</summary>
/// <param name="Until">Decisions up to this instant were looked at.</param>
internal sealed record Material(IReadOnlyList<TrainingExample> Examples, IReadOnlyList<long> CaseIds, int Corrected, int Standing, DateTimeOffset Until);

/// <summary>
/// Reads what people decided. Left out: the demo town's replayed cases, cases that a rule routed, citizens who asked for no AI,
/// parts that a person split off (their subject is ours), and what was erased, which has no text any more.
/// </summary>
internal sealed class MaterialReader(TriageDbContext db, Municipality town, IOptions<LearningOptions> options, TimeProvider time)
{
    private const int Group = 500;

    /// <summary>How many cases were decided since then (null: ever) that a training would look at.</summary>
    public Task<int> CountSinceAsync(DateTimeOffset? since, CancellationToken cancellation)
    {
        var micro = since ?? DateTimeOffset.UnixEpoch;
        return Eligible().CountAsync(c => db.Decisions.Any(d => d.CaseId == c.Id && d.At > micro
            && d.Kind != DecisionKind.Discarded && d.Kind != DecisionKind.Split && d.Kind != DecisionKind.Joined && d.Department != null), cancellation);
    }

    public async Task<Material> ReadAsync(CancellationToken cancellation)
    {
        var until = time.GetUtcNow();
        var ids = await Eligible().Where(c => db.Decisions.Any(d => d.CaseId == c.Id)).OrderByDescending(c => c.Id).Take(options.Value.MostCases).Select(c => c.Id).ToListAsync(cancellation);
        var all = new List<Evidence>();
        foreach (var group in ids.Chunk(Group))
        {
            all.AddRange((await CasesAsync(group, cancellation)).Select(c => Evidence.Of(c, town)).OfType<Evidence>());
        }

        var examples = new List<(TrainingExample Row, Evidence Evidence)>();
        foreach (var group in Evidence.Weighed(all).Chunk(Group))
        {
            examples.AddRange(await ExamplesAsync(group, cancellation));
        }

        return new Material(
            [.. examples.Select(e => e.Row)], [.. examples.Select(e => e.Evidence.CaseId)],
            examples.Count(e => e.Evidence.IsStrong), examples.Count(e => !e.Evidence.IsStrong), until);
    }

    private IQueryable<Case> Eligible() => db.Cases.AsNoTracking().Where(c => c.ErasedAt == null && !c.WithoutAi && c.RuleId == null
        && !db.Decisions.Any(d => d.CaseId == c.Id && d.Demo) && !db.Splits.Any(s => s.PartId == c.Id));

    private async Task<IReadOnlyList<DecidedCase>> CasesAsync(long[] ids, CancellationToken cancellation)
    {
        var decisions = (await db.Decisions.AsNoTracking().Where(d => ids.Contains(d.CaseId)).OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancellation)).ToLookup(d => d.CaseId);
        var suggested = (await db.Suggestions.AsNoTracking().Where(s => ids.Contains(s.CaseId)).OrderBy(s => s.Id)
            .Select(s => new { s.CaseId, s.Classification }).ToListAsync(cancellation)).ToLookup(s => s.CaseId, s => s.Classification);
        var splits = (await db.Splits.AsNoTracking().Where(s => ids.Contains(s.OriginId) && s.JoinedAt == null && s.Topic != null)
            .Select(s => new { s.OriginId, s.Topic }).ToListAsync(cancellation)).ToLookup(s => s.OriginId, s => s.Topic!);
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.ClosedBecause, c.Kind }).ToListAsync(cancellation);
        return [.. cases.Select(c => new DecidedCase(
            c.Id, c.ClosedBecause, c.Kind, [.. decisions[c.Id]], suggested[c.Id].FirstOrDefault(), [.. splits[c.Id].Distinct()]))];
    }

    // The first message, cut as the classify step cuts it; one without words taught the classifier nothing then either.
    private async Task<IEnumerable<(TrainingExample, Evidence)>> ExamplesAsync(Evidence[] group, CancellationToken cancellation)
    {
        var ids = group.Select(e => e.CaseId).ToArray();
        var messages = await db.Messages.AsNoTracking()
            .Where(m => ids.Contains(m.CaseId) && m.Direction == MessageDirection.In).OrderBy(m => m.Id).ToListAsync(cancellation);
        var first = messages.GroupBy(m => m.CaseId).ToDictionary(g => g.Key, g => g.First());
        return group.Where(e => first.TryGetValue(e.CaseId, out var message) && message.Text.Length > 0)
            .Select(e => (new TrainingExample(InquiryText.Of(first[e.CaseId]), e.Office, e.Topic, e.Kind, Urgent: null, e.Also.Count == 0 ? null : e.Also), e));
    }
}
