namespace Triage.Models.Triaging;

/// <summary>
/// Probabilities of one text that agree with each other: an office's is the sum of its topics', and "no inquiry" has one
/// probability as office, topic and kind.
/// </summary>
internal sealed record LabelScores(double[] Departments, double[]? Topics, double[]? Kinds, double Urgent, double Objection)
{
    /// <summary>The office and the topic of a message that is no inquiry.</summary>
    public const string None = "";

    /// <summary>The kind of a message that is no inquiry.</summary>
    public const string NoInquiry = "kein_anliegen";

    public const string ObjectionKind = "widerspruch";

    public static LabelScores From(LabelSet set, IReadOnlyDictionary<string, string> topicDepartments, RawScores raw)
    {
        var departments = Softmax.Of(raw.Department, set.Department.Temperature);
        var topics = set.Topic is null ? null : Softmax.Of(raw.Topic!, set.Topic.Temperature);
        var kinds = set.Kind is null ? null : Softmax.Of(raw.Kind!, set.Kind.Temperature);
        var offices = set.Topic is null ? [] : Offices(set, topicDepartments);
        var blended = topics is null ? departments : Blend(departments, topics, offices, set.Settings.TopicShare);
        ShareNone(set, blended, kinds);
        blended = Softmax.Again(blended, set.Settings.DepartmentTemperature);
        TakeNone(set, blended, kinds);
        if (topics is not null)
        {
            Distribute(topics, offices, blended);
        }

        return new LabelScores(blended, topics, kinds, UrgentOf(set, raw), ObjectionOf(set, raw, kinds));
    }

    /// <summary>For each topic the place of its office among the offices.</summary>
    public static int[] Offices(LabelSet set, IReadOnlyDictionary<string, string> topicDepartments) =>
        Array.ConvertAll(set.Topic!.Labels, t => set.Department.Index(t == None ? None : topicDepartments[t]));

    private static double UrgentOf(LabelSet set, RawScores raw)
    {
        if (raw.Urgent is null)
        {
            return 0;
        }

        return set.Settings.Urgency?.Probability(raw.Urgent, raw.UrgencySigns, Signs.Urgency) ?? Softmax.Of(raw.Urgent, set.Urgent!.Temperature)[1];
    }

    private static double ObjectionOf(LabelSet set, RawScores raw, double[]? kinds)
    {
        if (raw.Objection is not null && set.Settings.Objection is { } opinion)
        {
            return opinion.Probability(raw.Objection, raw.ObjectionSigns, Signs.Objection);
        }

        var own = raw.Objection is null ? 0 : Softmax.Of(raw.Objection, set.Objection!.Temperature)[1];
        if (kinds is null || set.Kind!.Index(ObjectionKind) is not (>= 0 and var k))
        {
            return own;
        }

        return raw.Objection is null ? kinds[k] : (own + kinds[k]) / 2;
    }

    private static double[] Blend(double[] departments, double[] topics, int[] offices, double share)
    {
        var blended = Array.ConvertAll(departments, d => d * (1 - share));
        for (var t = 0; t < topics.Length; t++)
        {
            blended[offices[t]] += share * topics[t];
        }

        return blended;
    }

    private static void ShareNone(LabelSet set, double[] departments, double[]? kinds)
    {
        var office = set.Department.Index(None);
        var kind = set.Kind?.Index(NoInquiry) ?? -1;
        if (kinds is null || office < 0 || kind < 0)
        {
            return;
        }

        var none = (departments[office] + kinds[kind]) / 2;
        Fix(departments, office, none);
    }

    private static void TakeNone(LabelSet set, double[] departments, double[]? kinds)
    {
        var office = set.Department.Index(None);
        var kind = set.Kind?.Index(NoInquiry) ?? -1;
        if (kinds is not null && office >= 0 && kind >= 0)
        {
            Fix(kinds, kind, departments[office]);
        }
    }

    // Sets one probability and scales the others to the rest.
    private static void Fix(double[] probabilities, int place, double value)
    {
        var others = 1 - probabilities[place];
        for (var i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = i == place ? value : others > 0 ? probabilities[i] * (1 - value) / others : 0;
        }
    }

    private static void Distribute(double[] topics, int[] offices, double[] departments)
    {
        var sums = new double[departments.Length];
        for (var t = 0; t < topics.Length; t++)
        {
            sums[offices[t]] += topics[t];
        }

        for (var t = 0; t < topics.Length; t++)
        {
            topics[t] = sums[offices[t]] > 0 ? topics[t] / sums[offices[t]] * departments[offices[t]] : 0;
        }
    }
}
