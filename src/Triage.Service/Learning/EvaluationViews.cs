using Triage.Models.Inquiries;
using Triage.Service.Cases;

namespace Triage.Service.Learning;

/// <summary>The supervisors' figures of a period and an office.</summary>
public sealed record EvaluationView(EvaluationQuery Query, RoutingFigures Routing, WorkFigures Work)
{
    public required IReadOnlyList<Department> Offices { get; init; }

    /// <summary>Cases replayed for the demo town among those counted.</summary>
    public required int DemoCases { get; init; }

    /// <summary>The cases behind a figure that is shown; null for any other.</summary>
    public CaseSet? Find(string? key) => Routing.Sets.Concat(Work.Sets).FirstOrDefault(s => s.Key == key);
}

/// <summary>Makes the figures from recorded decisions and cases. They name offices, never people.</summary>
internal sealed class EvaluationViews(EvaluationFacts facts, Municipality town, TimeProvider time)
{
    public async Task<EvaluationView> OfAsync(EvaluationQuery query, CancellationToken cancellation)
    {
        var since = query.Since(time.GetUtcNow());
        var decisions = await facts.DecisionsAsync(since, cancellation);
        var cases = await facts.CasesAsync(since, cancellation);
        bool OfOffice(string? department) => query.Office is null || query.Office == department;
        bool Asked(Verdict v) => v.Decision.At >= since && OfOffice(v.Decision.Department);
        var worked = decisions.GroupBy(d => d.CaseId).Where(g => OfOffice(g.Last().Department)
            && g.Any(d => d.At >= since && d.Kind is DecisionKind.Approved or DecisionKind.Edited or DecisionKind.Written or DecisionKind.Discarded));
        return new EvaluationView(
            query,
            RoutingFigures.Of([.. Verdicts.Of(decisions).Where(Asked)], [.. Verdicts.Latest(decisions).Where(Asked)], town),
            WorkFigures.Of(
                [.. cases.Where(c => c.CreatedAt >= since && c.Status != CaseStatus.Received && OfOffice(c.Department))],
                [.. cases.Where(c => c.ClosedAt >= since && c.ClosedBecause is CloseReason.Answered or CloseReason.ByPhone && OfOffice(c.Department))],
                worked, town))
        {
            Offices = town.Departments,
            DemoCases = decisions.Where(d => d.Demo).Select(d => d.CaseId).Distinct().Count(),
        };
    }
}
