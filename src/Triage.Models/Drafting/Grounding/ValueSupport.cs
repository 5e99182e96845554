namespace Triage.Models.Drafting.Grounding;

/// <summary>Finds the sentence of the sources that gives a value for the same thing.</summary>
internal sealed class ValueSupport
{
    // One weekday of several, the upper end of a range: said by the source, but in passing.
    private const double Inexact = 0.75;

    private const double MeaningWeight = 0.5;

    private readonly List<(Statement Statement, int Unit, Context Context)> known = [];
    private readonly List<(Statement Statement, int Unit, Context Context)> implied = [];
    private readonly List<TextUnit> units;
    private readonly Rarity rarity;

    public ValueSupport(List<TextUnit> units, Rarity rarity)
    {
        this.units = units;
        this.rarity = rarity;
        for (var i = 0; i < units.Count; i++)
        {
            known.AddRange(units[i].Statements.Concat(ByLawParagraphs.Of(units[i])).Select(s => (s, i, Context.Of(s, i, units))));
            implied.AddRange(Periods.Of(units[i]).Select(s => (s, i, Context.Of(s, i, units))));
        }
    }

    /// <summary>Supported when the value stands where the words around are alike, and no other value stands where they are more so.</summary>
    /// <param name="statement">What the draft says.</param>
    /// <param name="context">The words around it.</param>
    /// <param name="nearness">The meaning of the statement's sentence against each unit's; null: by words alone.</param>
    public GroundedStatement Ground(Statement statement, Context context, double[]? nearness)
    {
        var best = -1;
        double same = 0, other = double.MinValue;
        foreach (var (candidate, unit, around) in known.Concat(implied.Where(p => SameValue.Is(statement, p.Statement))))
        {
            var equal = SameValue.Is(statement, candidate) && !context.Bound.Contradicts(around.Bound);
            if (!equal && candidate.Group != statement.Group)
            {
                continue;
            }

            var likeness = rarity.Likeness(context, around) + (MeaningWeight * Math.Clamp(nearness?[unit] ?? 0, -0.5, 1));
            likeness *= equal && candidate.Value != statement.Value && !SameValue.IsMonth(statement) ? Inexact : 1;
            if (!equal)
            {
                other = Math.Max(other, likeness);
            }
            else if (best < 0 || likeness > same)
            {
                (best, same) = (unit, likeness);
            }
        }

        same = Thresholds.Unmistakable(statement.Kind) ? Math.Max(same, 0) : same;
        var supported = best >= 0 && (IsAlike(statement.Kind, same, Math.Max(0, other)) || IsNearest(same, other));
        return GroundedStatement.Of(statement, supported ? units[best] : best < 0 && statement.Kind == StatementKinds.Form ? FormName.Source(statement.Text, units) : null);
    }

    private static bool IsAlike(string kind, double same, double other) => same >= Thresholds.Least(kind) && same >= Thresholds.Rival(kind) * other;

    // In quite other words nothing around a value is alike; then it is enough that no other value of its kind stands nearer.
    private static bool IsNearest(double same, double other) => same >= Thresholds.Strange && same >= other;
}
