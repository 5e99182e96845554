using Triage.Models.Inquiries;
using Triage.Models.Triaging;
using Triage.Service.Cases;

namespace Triage.Service.Learning.Training;

/// <summary>A case as people left it, with its decisions in their order and what was suggested first; null: nothing was.</summary>
internal sealed record DecidedCase(
    long Id, CloseReason? ClosedBecause, string? Kind, IReadOnlyList<Decision> Decisions, Classification? Suggested, IReadOnlyList<string> SplitOff);

/// <summary>What a decided case teaches. A null kind: nobody judged it. <see cref="Office"/> "" is no inquiry.</summary>
/// <param name="IsStrong">False: the suggestion was seen and left standing.</param>
internal sealed record Evidence(long CaseId, string Office, string? Topic, string? Kind, IReadOnlyList<string> Also, bool IsStrong, string? SuggestedOffice)
{
    /// <summary>As data/inquiries has it.</summary>
    private const string NoInquiryKind = "kein_anliegen";

    /// <summary>Null: the case teaches nothing.</summary>
    public static Evidence? Of(DecidedCase decided, Municipality town)
    {
        var judging = decided.Decisions.Where(d => d.Kind is not (DecisionKind.Discarded or DecisionKind.Split or DecisionKind.Joined)).ToList();
        if (judging.Count == 0 || decided.ClosedBecause == CloseReason.Joined || judging[^1].Department is not { } office)
        {
            return null;
        }

        var (last, none) = (judging[^1], office.Length == 0);
        var topic = none ? null : TopicOf(last, decided.Suggested, town);
        var isStrong = WasChosen(judging);
        // Reopened since, the message was an inquiry after all; and what nobody answered, nobody has looked at closely.
        var holds = none ? decided.ClosedBecause == CloseReason.NoInquiry : town.Topic(topic)?.Department == office;
        return !holds || !(isStrong || WasWorkedOn(decided, last)) ? null : new Evidence(
            decided.Id, office, topic, none ? NoInquiryKind : KindOf(decided, town), none ? [] : decided.SplitOff, isStrong, last.SuggestedDepartment);
    }

    /// <summary>
    /// Drops standing suggestions beyond what corrections need as a counterweight, the oldest first. Whoever sees a suggestion
    /// follows it more easily, wrong ones too, and a model that learns its own suggestions as the truth only grows surer of them.
    /// But corrections alone would teach that an office which lost some cases loses all that look like them: so an office keeps
    /// as many standing ones as there are corrections to or away from it.
    /// </summary>
    public static IReadOnlyList<Evidence> Weighed(IReadOnlyCollection<Evidence> all)
    {
        var strong = all.Where(e => e.IsStrong).ToList();
        var room = strong.Select(e => e.Office).Concat(strong.Where(e => e.SuggestedOffice != e.Office).Select(e => e.SuggestedOffice).OfType<string>()).CountBy(o => o).ToDictionary();
        var standing = all.Where(e => !e.IsStrong).GroupBy(e => e.Office).SelectMany(g => g.OrderByDescending(e => e.CaseId).Take(room.GetValueOrDefault(g.Key)));
        return [.. strong.Concat(standing).OrderBy(e => e.CaseId)];
    }

    // Against the suggestion, without seeing it, where there was none, or where the program would not say.
    private static bool WasChosen(List<Decision> judging) => judging[^1] is var last
        && (judging.Exists(d => !d.SuggestionVisible) || last.Abstained || last.Department != last.SuggestedDepartment || (last.Topic is not null && last.Topic != last.SuggestedTopic));

    private static bool WasWorkedOn(DecidedCase decided, Decision last) => last.Kind is DecisionKind.Approved or DecisionKind.Edited or DecisionKind.Written
        || decided.ClosedBecause is CloseReason.ByPhone or CloseReason.NoInquiry;

    // Whoever names an office alone leaves the topic open, but a row without one would cost the model all topics: the likeliest
    // one within that office stands in for it.
    private static string? TopicOf(Decision last, Classification? suggested, Municipality town) =>
        last.Topic ?? suggested?.Topics.FirstOrDefault(t => town.Topic(t.Id)?.Department == last.Department)?.Id;

    // A kind that is still the suggested one was perhaps never looked at. Nobody can correct the urgency, so it is never learned.
    private static string? KindOf(DecidedCase decided, Municipality town) =>
        decided.Kind != decided.Suggested?.Kind && town.Kind(decided.Kind) is { } kind && kind.Id != NoInquiryKind ? kind.Id : null;
}
