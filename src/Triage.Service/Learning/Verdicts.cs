namespace Triage.Service.Learning;

/// <summary>What a case's decisions say about its first suggestion. A case counts once.</summary>
/// <param name="IsBlind">The office was chosen before the suggestion could be seen.</param>
internal sealed record Verdict(Decision Decision, bool IsBlind)
{
    public bool OfficeRight => Decision.Department == Decision.SuggestedDepartment;

    /// <summary>Null: no topic was suggested, or the person left the topic open within the office.</summary>
    public bool? TopicRight => Decision.SuggestedTopic is null || (Decision.Topic is null && OfficeRight)
        ? null
        : Decision.Topic == Decision.SuggestedTopic;
}

/// <summary>
/// Who judged a suggestion. A decision made while seeing it flatters it, so blind checks are kept apart: a case with one is
/// judged by it alone, any other by its last decision. A re-routing is a decision like the others; discarding a draft and
/// splitting off another concern say nothing about the office.
/// </summary>
internal static class Verdicts
{
    /// <summary>One verdict for each case that has a suggestion and a decision that judges it.</summary>
    public static IReadOnlyList<Verdict> Of(IEnumerable<Decision> decisions) =>
        [.. ByCase(decisions).Select(made => made.FirstOrDefault(IsBlind) is { } blind ? new Verdict(blind, true) : new Verdict(made[^1], false))];

    /// <summary>The office as it was decided last, blind or not: what the suggestion should have been.</summary>
    public static IReadOnlyList<Verdict> Latest(IEnumerable<Decision> decisions) =>
        [.. ByCase(decisions).Select(made => new Verdict(made[^1], IsBlind(made[^1])))];

    private static IEnumerable<List<Decision>> ByCase(IEnumerable<Decision> decisions) => decisions
        .Where(d => d.SuggestionId is not null && d.RuleId is null && d.Kind is not (DecisionKind.Discarded or DecisionKind.Split or DecisionKind.Joined) && (d.SuggestionVisible || IsBlind(d)))
        .GroupBy(d => d.CaseId).Select(g => g.OrderBy(d => d.At).ThenBy(d => d.Id).ToList());

    // Whoever chose Zu klären unseen chose no office; a later decision of the case may judge the suggestion.
    private static bool IsBlind(Decision d) => !d.SuggestionVisible && d.Department is not null && d.Kind is (DecisionKind.BlindCheck or DecisionKind.Rerouted);
}
