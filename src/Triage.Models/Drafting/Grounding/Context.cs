using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>
/// The words around a value, weighted by nearness: what the value is about. Values near by count as words ("46 Euro" belongs
/// to "24 Jahre"), so that two values of one sentence cannot trade places unseen.
/// </summary>
internal sealed class Context
{
    private const double PerToken = 0.22;
    private const double Floor = 0.15;
    private const double PerClause = 0.5;
    private const double LeadInWeight = 0.8;
    private const double HeadingWeight = 0.3;
    private const double NeighbourWeight = 0.12;

    private readonly Dictionary<string, double> weights = [];

    public IReadOnlyDictionary<string, double> Weights => weights;

    /// <summary>Whether the value is said to be the least or the most.</summary>
    public Bound Bound { get; private init; }

    public static Context Of(Statement statement, int index, IReadOnlyList<TextUnit> units)
    {
        var unit = units[index];
        var context = new Context { Bound = Bound.Of(unit, statement) };
        var own = Tokens(unit).Where(t => t.Start + t.Length <= statement.Start || t.Start >= statement.End).ToList();
        foreach (var token in own)
        {
            var (from, to) = token.Start < statement.Start ? (token.Start + token.Length, statement.Start) : (statement.End, token.Start);
            var between = own.Count(t => t.Start >= from && t.Start < to);
            context.Keep(token.Stem, Floor + ((1 - Floor) * Math.Pow(PerClause, Clauses(unit.Whole.AsSpan(from..to))) / (1 + (PerToken * between))));
        }

        context.Keep(unit.LeadIn, LeadInWeight);
        context.Keep(unit.Heading, HeadingWeight);

        // Lines of an address block say little by themselves.
        foreach (var near in own.Count < 2 ? (int[])[index - 1, index + 1] : [])
        {
            if (near >= 0 && near < units.Count && units[near].Block == unit.Block && units[near].Source == unit.Source)
            {
                context.Keep(units[near].Words, NeighbourWeight);
            }
        }

        return context;
    }

    /// <summary>Words of a unit, and its values as words of their own.</summary>
    public static List<Word> Tokens(TextUnit unit)
    {
        var values = unit.Statements.Where(s => s.Kind is not (StatementKinds.Office or StatementKinds.Form)).ToList();
        return [.. unit.Words.Where(w => !values.Exists(v => w.Start >= v.Start && w.Start < v.End))
            .Concat(values.Select(v => new Word($"={v.Group}:{v.Value}", v.Start, v.Text.Length)))
            .OrderBy(w => w.Start)];
    }

    private void Keep(IEnumerable<Word> words, double weight)
    {
        foreach (var word in words)
        {
            Keep(word.Stem, weight);
        }
    }

    private void Keep(string stem, double weight) => weights[stem] = Math.Max(weight, weights.GetValueOrDefault(stem));

    private static int Clauses(ReadOnlySpan<char> between)
    {
        // "50 Euro (Kinder)": what stands in brackets right behind the value explains it.
        var count = between.StartsWith(" (", StringComparison.Ordinal) ? -1 : 0;
        foreach (var c in between)
        {
            count += c is ',' or ';' or ':' or '(' or ')' or '–' ? 1 : 0;
        }

        return count + (between.Contains(" und ", StringComparison.Ordinal) || between.Contains(" oder ", StringComparison.Ordinal)
            || between.Contains(" sowie ", StringComparison.Ordinal) ? 1 : 0);
    }
}
