namespace Triage.Models.Triaging;

/// <summary>The best guess from the probabilities: the topic is chosen within the office, and "no inquiry" is the same everywhere.</summary>
internal sealed record Decision(string Department, double Confidence, string? Topic, string Kind, bool Urgent)
{
    public static Decision From(LabelSet set, IReadOnlyDictionary<string, string> topicDepartments, LabelScores scores)
    {
        var office = Softmax.Best(scores.Departments);
        var department = set.Department.Labels[office];
        var none = department == LabelScores.None;
        return new Decision(
            department,
            scores.Departments[office],
            none || set.Topic is null ? null : BestTopic(set.Topic, topicDepartments, scores.Topics!, department),
            BestKind(set, scores, none),
            !none && scores.Urgent >= set.Settings.UrgentFrom);
    }

    private static string? BestTopic(LabelModel model, IReadOnlyDictionary<string, string> owners, double[] topics, string department) =>
        Enumerable.Range(0, topics.Length)
            .Where(t => model.Labels[t] != LabelScores.None && owners[model.Labels[t]] == department)
            .OrderByDescending(t => topics[t]).Select(t => model.Labels[t]).FirstOrDefault();

    // A missed objection costs a citizen a right: it wins from its own, low threshold on.
    private static string BestKind(LabelSet set, LabelScores scores, bool none)
    {
        if (none || set.Kind is null)
        {
            return none ? LabelScores.NoInquiry : "";
        }

        if (set.Kind.Index(LabelScores.ObjectionKind) >= 0 && scores.Objection >= set.Settings.ObjectionFrom)
        {
            return LabelScores.ObjectionKind;
        }

        return set.Kind.Labels[Softmax.Best([.. set.Kind.Labels.Select((l, i) => l == LabelScores.NoInquiry ? -1 : scores.Kinds![i])])];
    }
}
