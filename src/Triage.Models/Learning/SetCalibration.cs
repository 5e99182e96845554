using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>Fits temperatures, the blend of offices and topics, and the thresholds of one set of models on held-out scores.</summary>
internal sealed class SetCalibration(RouterModel model, IReadOnlyList<TrainingExample> examples, HeldOutRow[] heldOut)
{
    // The hidden test of a detector is another sample: aim higher than what must hold there.
    private const double WantedRecall = 0.98;
    private const double LeastPrecision = 0.5;

    // Urgent cases and objections are written more often for training than they come in: about one mail in fifteen.
    private const double Prevalence = 1.0 / 15;

    private const int Seed = 1;

    private static readonly double[] Shares = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>The held-out probabilities of every row, detectors included, once <see cref="Run"/> has set them.</summary>
    public LabelScores[] Scores { get; private set; } = [];

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
        set = Consult(Blend(set));
        return set with
        {
            Settings = set.Settings with
            {
                UrgentFrom = Detector(s => s.Urgent, e => e.Urgent),
                ObjectionFrom = Detector(s => s.Objection, IsObjection),
                Concerns = ConcernCalibration.Choose(heldOut, examples),
                HeldOut = [.. Scores.Select((s, i) => Record(set, s, examples[i]))],
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
        double Loss(double share) => ScoresOf(With(share, 1)).Select((s, i) => -Math.Log(Math.Max(s.Departments[truth[i]], 1e-12))).Sum();
        var best = set.Topic is null ? 0 : Shares.MinBy(Loss);
        var logs = ScoresOf(With(best, 1)).Select(s => Array.ConvertAll(s.Departments, p => Math.Log(Math.Max(p, 1e-12)))).ToArray();
        return With(best, Calibration.Temperature(logs, truth));
    }

    // Rows are scored by second opinions fitted without them: thresholds and figures must not flatter.
    private LabelSet Consult(LabelSet set)
    {
        var urgency = set.Urgent is null ? null : SecondOpinionTrainer.Fit(
            [.. heldOut.Select((h, i) => new Testimony(h.Scores.Urgent!, h.Scores.UrgencySigns, examples[i].Urgent))], Signs.Urgency, Seed);
        var objection = set.Objection is null ? null : SecondOpinionTrainer.Fit(
            [.. heldOut.Select((h, i) => new Testimony(h.Scores.Objection!, h.Scores.ObjectionSigns, IsObjection(examples[i])))], Signs.Objection, Seed);
        Scores = [.. ScoresOf(set).Select((s, i) => s with
        {
            Urgent = urgency?.HeldOut[i] ?? s.Urgent,
            Objection = objection?.HeldOut[i] ?? s.Objection,
        })];
        return set with { Settings = set.Settings with { Urgency = urgency?.Opinion, Objection = objection?.Opinion } };
    }

    private LabelScores[] ScoresOf(LabelSet set) =>
        [.. heldOut.Select(h => LabelScores.From(set, model.TopicDepartments, h.Scores))];

    private static bool? IsObjection(TrainingExample example) => example.Kind is { } kind ? kind == LabelScores.ObjectionKind : null;

    private double Detector(Func<LabelScores, double> probability, Func<TrainingExample, bool?> truth) =>
        Calibration.Threshold(
            [.. Scores.Select((s, i) => (Probability: probability(s), True: truth(examples[i])))
                .Where(p => p.True is not null).Select(p => (p.Probability, p.True!.Value))],
            WantedRecall, LeastPrecision, Prevalence);

    private static HeldOut Record(LabelSet set, LabelScores scores, TrainingExample example)
    {
        var best = Softmax.Best(scores.Departments);
        return new HeldOut(set.Department.Labels[best], scores.Departments[best], set.Department.Labels[best] == example.Department);
    }
}
