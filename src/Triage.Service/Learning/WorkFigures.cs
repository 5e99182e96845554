using Triage.Models.Inquiries;
using Triage.Service.Cases;

namespace Triage.Service.Learning;

/// <summary>Cases whose answer took so long.</summary>
public sealed record DurationBin(string Name, CaseSet Cases);

/// <summary>What became of the work in a period: routing, drafts, and the time to the answer.</summary>
public sealed record WorkFigures(Figure Routed, IReadOnlyList<Figure> Drafts, Figure InTime, IReadOnlyList<DurationBin> Durations)
{
    private static readonly (double Days, string Name)[] Steps =
        [(1, "unter 1 Tag"), (2, "1 bis 2 Tage"), (3, "2 bis 3 Tage"), (5, "3 bis 5 Tage"), (7, "5 bis 7 Tage"), (14, "7 bis 14 Tage"), (double.MaxValue, "über 14 Tage")];

    /// <summary>"2,5 Tage"; empty when there are too few answers.</summary>
    public required string Median { get; init; }

    public required string NinetiethPercentile { get; init; }

    public IEnumerable<CaseSet> Sets => Drafts.Prepend(Routed).Append(InTime).SelectMany(f => f.Sets)
        .Concat(Durations.Select(d => d.Cases).Where(c => c.Ids.Count >= Figure.Fewest));

    /// <param name="received">The cases that came in.</param>
    /// <param name="answered">The cases that were answered, by mail, letter or telephone.</param>
    /// <param name="decisions">All decisions on the cases whose answer or draft was decided.</param>
    internal static WorkFigures Of(IReadOnlyList<CaseFact> received, IReadOnlyList<CaseFact> answered, IEnumerable<IGrouping<long, Decision>> decisions, Municipality town)
    {
        var days = answered.Select(Days).Order().ToArray();
        var few = days.Length < Figure.Fewest;
        return new WorkFigures(
            Figure.Of("zugeordnet", "Ohne „Zu klären“ einem Amt zugeordnet", received, c => c.Id, c => c.Abstained == false && town.Department(c.Suggested) is not null, "ja", "nein"),
            DraftsOf([.. decisions.Select(g => (g.Key, Outcome: DraftOutcome([.. g]))).Where(d => d.Outcome is not null)]),
            Figure.Of("frist", "Innerhalb der Frist", answered, c => c.Id, c => c.ClosedAt <= c.DueAt, "ja", "nein"),
            [.. Steps.Select((step, i) => new DurationBin(step.Name, CaseSet.Of(
                $"dauer.{i}", $"Antwort nach: {step.Name}", answered.Where(c => Days(c) < step.Days && (i == 0 || Days(c) >= Steps[i - 1].Days)).Select(c => c.Id))))])
        {
            Median = few ? "" : Words(Quantile(days, 0.5)),
            NinetiethPercentile = few ? "" : Words(Quantile(days, 0.9)),
        };
    }

    /// <summary>Linear between the neighbouring values (type 7 of Hyndman and Fan 1996, as spreadsheets have it).</summary>
    internal static double Quantile(double[] ordered, double share)
    {
        var place = share * (ordered.Length - 1);
        var below = (int)place;
        return below + 1 < ordered.Length ? ordered[below] + ((place - below) * (ordered[below + 1] - ordered[below])) : ordered[below];
    }

    private static double Days(CaseFact answered) => (answered.ClosedAt!.Value - answered.CreatedAt).TotalDays;

    private static string Words(double days) => days < 2
        ? string.Create(German.Culture, $"{days * 24:0} Stunden")
        : string.Create(German.Culture, $"{days:0.0} Tage");

    private static List<Figure> DraftsOf(List<(long CaseId, DecisionKind? Outcome)> outcomes) =>
        [.. new (DecisionKind Kind, string Key, string Name)[]
        {
            (DecisionKind.Approved, "unveraendert", "Entwurf unverändert gesendet"),
            (DecisionKind.Edited, "geaendert", "Entwurf geändert und gesendet"),
            (DecisionKind.Discarded, "verworfen", "Entwurf verworfen"),
            (DecisionKind.Written, "von-hand", "Ohne Entwurf von Hand geschrieben"),
        }.Select(o => Figure.Of($"antwort.{o.Key}", o.Name, outcomes, c => c.CaseId, c => c.Outcome == o.Kind, "ja", "nein"))];

    // An answer by hand after a discarded draft is the draft's failure; otherwise the last word counts.
    private static DecisionKind? DraftOutcome(IReadOnlyList<Decision> ordered)
    {
        var last = ordered.LastOrDefault(d => d.Kind is DecisionKind.Approved or DecisionKind.Edited or DecisionKind.Written)?.Kind;
        var discarded = ordered.Any(d => d.Kind == DecisionKind.Discarded);
        return discarded && last is null or DecisionKind.Written ? DecisionKind.Discarded : last;
    }
}
