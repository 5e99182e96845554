using Triage.Models.Inquiries;

namespace Triage.Service.Learning;

/// <summary>One office suggested and another decided, with the cases and the number of suggestions for the first.</summary>
public sealed record Confusion(string Suggested, string Decided, CaseSet Cases, int Suggestions);

/// <summary>How right the suggestions for an office were, and how many of its cases were found.</summary>
public sealed record OfficeFigures(string Office, Figure Suggested, Figure Found);

/// <summary>A tenth of the scale of the model's confidence (0 to 1), and what was observed there.</summary>
public sealed record ReliabilityBin(double From, double To, double MeanConfidence, Figure Observed);

/// <summary>How good the first suggestions of a period were.</summary>
public sealed record RoutingFigures(IReadOnlyList<Figure> First, Figure Abstained, IReadOnlyList<Confusion> Confusions, IReadOnlyList<OfficeFigures> Offices, IReadOnlyList<ReliabilityBin> Bins)
{
    private const int Tenths = 10;

    /// <summary>The corrected suggestions; how many cases they are of decides whether they are shown.</summary>
    public required Figure Corrected { get; init; }

    public IEnumerable<CaseSet> Sets => First.Append(Abstained).Append(Corrected).Concat(Bins.Select(b => b.Observed))
        .Concat(Offices.SelectMany(o => new[] { o.Suggested, o.Found })).SelectMany(f => f.Sets)
        .Concat(Corrected.IsHidden ? [] : Confusions.Select(c => c.Cases));

    /// <param name="verdicts">One a case, blind checks by themselves.</param>
    /// <param name="latest">One a case, by its last decision.</param>
    internal static RoutingFigures Of(IReadOnlyList<Verdict> verdicts, IReadOnlyList<Verdict> latest, Municipality town)
    {
        var (blind, seen) = (verdicts.Where(v => v.IsBlind && !v.Decision.Abstained).ToList(), verdicts.Where(v => !v.IsBlind && !v.Decision.Abstained).ToList());
        var made = latest.Where(v => !v.Decision.Abstained).ToList();
        return new RoutingFigures(
            [
                Figure.Of("blind-amt", "Amt, Stichprobe ohne Sicht auf den Vorschlag", blind, v => v.OfficeRight),
                Figure.Of("sicht-amt", "Amt, mit Sicht auf den Vorschlag", seen, v => v.OfficeRight),
                Figure.Of("blind-thema", "Thema, Stichprobe ohne Sicht auf den Vorschlag", blind.Where(v => v.TopicRight is not null), v => v.TopicRight == true),
                Figure.Of("sicht-thema", "Thema, mit Sicht auf den Vorschlag", seen.Where(v => v.TopicRight is not null), v => v.TopicRight == true),
            ],
            Figure.Of("enthalten", "Unsicher: erstgenanntes Amt", verdicts.Where(v => v.Decision is { Abstained: true, Department: not null }), v => v.OfficeRight),
            ConfusionsOf(made, town),
            OfficesOf(made, town),
            BinsOf(latest))
        {
            Corrected = Figure.Of("letzte", "Amt nach der letzten Entscheidung", made, v => v.OfficeRight),
        };
    }

    private static List<Confusion> ConfusionsOf(List<Verdict> made, Municipality town) =>
        [.. made.Where(v => !v.OfficeRight).GroupBy(v => (Suggested: v.Decision.SuggestedDepartment, Decided: v.Decision.Department))
            .Select(g =>
            {
                var (from, to) = (OfficeNames.Of(g.Key.Suggested, town), OfficeNames.Of(g.Key.Decided, town));
                var key = $"verwechselt.{OfficeNames.Key(g.Key.Suggested)}.{OfficeNames.Key(g.Key.Decided)}";
                return new Confusion(
                    from, to, CaseSet.Of(key, $"Vorgeschlagen: {from}, zuständig: {to}", g.Select(v => v.Decision.CaseId)), made.Count(v => v.Decision.SuggestedDepartment == g.Key.Suggested));
            })
            .OrderByDescending(c => c.Cases.Ids.Count).ThenBy(c => c.Suggested, OfficeNames.Order).ThenBy(c => c.Decided, OfficeNames.Order)];

    private static List<OfficeFigures> OfficesOf(List<Verdict> made, Municipality town) =>
        [.. made.SelectMany(v => new[] { v.Decision.SuggestedDepartment, v.Decision.Department }).OfType<string>().Distinct()
            .Select(office => new OfficeFigures(
                OfficeNames.Of(office, town),
                Figure.Of($"fuer.{OfficeNames.Key(office)}", $"Vorschläge für: {OfficeNames.Of(office, town)}", made.Where(v => v.Decision.SuggestedDepartment == office), v => v.OfficeRight),
                Figure.Of($"von.{OfficeNames.Key(office)}", $"Fälle von: {OfficeNames.Of(office, town)}", made.Where(v => v.Decision.Department == office), v => v.OfficeRight)))
            .OrderBy(o => o.Office, OfficeNames.Order)];

    // Where the program would not decide, its first candidate has a confidence too; a case without an office judges nothing.
    private static List<ReliabilityBin> BinsOf(IReadOnlyList<Verdict> latest)
    {
        var bins = latest.Where(v => v.Decision is { Confidence: not null, Department: not null })
            .ToLookup(v => Math.Clamp((int)(v.Decision.Confidence!.Value * Tenths), 0, Tenths - 1));
        return [.. Enumerable.Range(0, Tenths).Select(i => new ReliabilityBin(
            (double)i / Tenths, (i + 1.0) / Tenths,
            bins[i].Select(v => v.Decision.Confidence!.Value).DefaultIfEmpty().Average(),
            Figure.Of($"stufe.{i}", $"Zuversicht {10 * i} bis {10 * (i + 1)} %", bins[i], v => v.OfficeRight)))];
    }
}
