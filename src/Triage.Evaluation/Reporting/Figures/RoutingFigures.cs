using Triage.Evaluation.Triaging;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Reporting.Figures;

/// <summary>A yes-or-no suggestion: how many of the true ones it finds, and how many of those it names are true.</summary>
internal sealed record Detector(int Wanted, int Named, Rate? Recall, Rate? Precision)
{
    public static Detector Of(IReadOnlyCollection<(bool True, bool Said)> rows) => Of(rows.Count(r => r.True && r.Said), rows.Count(r => r.True), rows.Count(r => r.Said));

    public static Detector Of(int both, int wanted, int named) => new(wanted, named, Rates.Of(both, wanted), Rates.Of(both, named));
}

/// <summary>How the messages of one language are judged; <see cref="Routed"/>: not left to "Zu klären".</summary>
internal sealed record LanguageFigures(string Language, int Rows, Rate? Department, Rate? Topic, Rate? Kind, Rate? Routed, Rate? Recognised);

/// <summary>The shares of rows whose label is among the best three.</summary>
internal sealed record TopThree(Rate? Department, Rate? Topic, Rate? Kind);

/// <summary>How the router does on the golden inquiries.</summary>
internal sealed record RoutingFigures(
    string Model,
    bool UsesEmbedding,
    RoutingReport Department,
    RoutingReport Topic,
    RoutingReport Kind,
    TopThree TopThree,
    Detector Urgent,
    Detector Objection,
    Detector SecondTopics,
    IReadOnlyList<LanguageFigures> Languages)
{
    private const string ObjectionKind = "widerspruch";
    private const int Ranks = 3;

    /// <param name="trainingRows">Rows the router learned from.</param>
    /// <param name="judged">At least one row, with the time it took.</param>
    public static RoutingFigures Of(int trainingRows, IReadOnlyList<JudgedInquiry> judged)
    {
        RoutingReport Field(string field) => RoutingMeasure.Report(
            field, judged[0].Said.UsesEmbedding ? "n-grams and embedding" : "n-grams", trainingRows, [.. judged.Select(j => j.Prediction(field))],
            [.. judged.Select(j => j.Microseconds)]);
        return new RoutingFigures(
            judged[0].Said.ModelVersion, judged[0].Said.UsesEmbedding, Field("department"), Field("topic"), Field("kind"),
            new TopThree(Among(judged, "department", s => s.Departments), Among(judged, "topic", s => s.Topics), Among(judged, "kind", s => s.Kinds)),
            Detector.Of([.. judged.Select(j => (j.Labels.Urgent, j.Said.Urgent))]),
            Detector.Of([.. judged.Select(j => (j.Labels.Kind == ObjectionKind, j.Said.Kind == ObjectionKind))]),
            Detector.Of(
                judged.Sum(j => j.Said.Also.Count(j.Labels.Also.Contains)), judged.Sum(j => j.Labels.Also.Count), judged.Sum(j => j.Said.Also.Count)),
            [.. judged.GroupBy(j => j.Labels.Lang).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Language(g.Key, [.. g]))]);
    }

    /// <summary>Whether the row's label is among the best three.</summary>
    internal static Rate? Among(IReadOnlyList<JudgedInquiry> judged, string field, Func<Classification, IReadOnlyList<ScoredLabel>> ranked) =>
        Rates.Of(judged, j => ranked(j.Said).Take(Ranks).Any(l => l.Id == j.Label(field)));

    private static LanguageFigures Language(string language, JudgedInquiry[] rows) => new(
        language, rows.Length, Rates.Of(rows, r => r.Prediction("department").Right), Rates.Of(rows, r => r.Prediction("topic").Right),
        Rates.Of(rows, r => r.Prediction("kind").Right), Rates.Of(rows, r => !r.Said.Abstained), Rates.Of(rows, r => r.Said.Language == language));
}
