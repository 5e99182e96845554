using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>Fits temperatures, the blend of offices and topics, and the thresholds of one set of models on held-out scores.</summary>
internal sealed class SetCalibration(RouterModel model, IReadOnlyList<TrainingExample> examples, HeldOutRow[] heldOut)
{
    // The hidden test of a detector is another sample: aim higher than what must hold there.
    private const double WantedRecall = 0.98;
    private const double LeastPrecision = 0.55;

    private static readonly double[] Shares = [0, 0.25, 0.5, 0.75, 1];

    public LabelSet Run(LabelSet set)
    {
        set = set with
        {
            Department = Tempered(set.Department, r => r.Department, e => e.Department)!,
            Topic = Tempered(set.Topic, r => r.Topic, LabelTable.TopicOf),
            Kind = Tempered(set.Kind, r => r.Kind, e => e.Kind),
            Urgent = Tempered(set.Urgent, r => r.Urgent, e => e.Urgent is { } u ? (u ? "yes" : "no") : null),
            Objection = Tempered(set.Objection, r => r.Objection, e => e.Kind is { } k ? (k == LabelScores.ObjectionKind ? "yes" : "no") : null),
        };
        set = Blend(set);
        var scores = Scores(set);
        return set with
        {
            Settings = set.Settings with
            {
                UrgentFrom = Detector(scores, s => s.Urgent, e => e.Urgent),
                ObjectionFrom = Detector(scores, s => s.Objection, e => e.Kind is { } k ? k == LabelScores.ObjectionKind : null),
                Concerns = ConcernCalibration.Choose(heldOut, examples),
                HeldOut = [.. scores.Select((s, i) => Record(set, s, examples[i]))],
            },
        };
    }

    private LabelModel? Tempered(LabelModel? label, Func<RawScores, double[]?> scores, Func<TrainingExample, string?> truth)
    {
        if (label is null)
        {
            return null;
        }

        var known = Enumerable.Range(0, examples.Count).Where(i => truth(examples[i]) is not null).ToArray();
        return label with
        {
            Temperature = Calibration.Temperature(
                [.. known.Select(i => scores(heldOut[i].Scores)!)], [.. known.Select(i => label.Index(truth(examples[i])!))]),
        };
    }

    private LabelSet Blend(LabelSet set)
    {
        var truth = examples.Select(e => set.Department.Index(e.Department)).ToArray();
        LabelSet With(double share, double temperature) =>
            set with { Settings = set.Settings with { TopicShare = share, DepartmentTemperature = temperature } };
        double Loss(double share) => Scores(With(share, 1)).Select((s, i) => -Math.Log(Math.Max(s.Departments[truth[i]], 1e-12))).Sum();
        var best = set.Topic is null ? 0 : Shares.MinBy(Loss);
        var logs = Scores(With(best, 1)).Select(s => Array.ConvertAll(s.Departments, p => Math.Log(Math.Max(p, 1e-12)))).ToArray();
        return With(best, Calibration.Temperature(logs, truth));
    }

    private LabelScores[] Scores(LabelSet set) =>
        [.. heldOut.Select(h => LabelScores.From(set, model.TopicDepartments, h.Scores))];

    private double Detector(LabelScores[] scores, Func<LabelScores, double> probability, Func<TrainingExample, bool?> truth) =>
        Calibration.Threshold(
            [.. scores.Select((s, i) => (Probability: probability(s), True: truth(examples[i])))
                .Where(p => p.True is not null).Select(p => (p.Probability, p.True!.Value))],
            WantedRecall, LeastPrecision);

    private static HeldOut Record(LabelSet set, LabelScores scores, TrainingExample example)
    {
        var best = Softmax.Best(scores.Departments);
        return new HeldOut(set.Department.Labels[best], scores.Departments[best], set.Department.Labels[best] == example.Department);
    }
}
