using Triage.Models.Drafting.Language;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Grounding;

/// <summary>A text that a draft may rest on: a passage, or the town's own contact facts.</summary>
public sealed record GroundingSource(string Id, string Title, string Text);

/// <summary>
/// Whether the sources say what a draft says. A value is supported by a sentence about the same thing only: standing
/// somewhere in a passage is not enough (the adult's fee in the child's sentence is wrong).
/// </summary>
public sealed class GroundingCheck
{
    private readonly List<TextUnit> sources;
    private readonly Rarity rarity;
    private readonly SentenceSupport support;
    private readonly List<(Statement Statement, TextUnit Unit, Context Context)> known = [];
    private readonly ITextEmbedder? embedder;

    /// <param name="sources">All that the draft may rest on.</param>
    /// <param name="embedder">Helps to recognise sentences in other words; null: by words alone.</param>
    public GroundingCheck(IReadOnlyList<GroundingSource> sources, ITextEmbedder? embedder = null)
    {
        this.embedder = embedder;
        this.sources = [];
        foreach (var source in sources)
        {
            var units = UnitReader.Read(source.Id, source.Title, source.Text);
            for (var i = 0; i < units.Count; i++)
            {
                known.AddRange(units[i].Statements.Select(s => (s, units[i], Context.Of(s, i, units))));
            }

            this.sources.AddRange(units);
        }

        rarity = new Rarity(this.sources);
        support = new SentenceSupport(this.sources, rarity);
    }

    /// <summary>The draft's statements in order, each with its source where it has one; by words alone.</summary>
    public IReadOnlyList<GroundedStatement> Check(string draft)
    {
        var units = UnitReader.Read(string.Empty, string.Empty, draft);
        var found = new List<GroundedStatement>();
        for (var i = 0; i < units.Count; i++)
        {
            found.AddRange(SentenceStatements(units[i]));
            foreach (var statement in units[i].Statements)
            {
                found.Add(Ground(statement, Context.Of(statement, i, units)));
            }
        }

        return [.. found.OrderBy(s => s.Start).ThenBy(s => s.Kind == StatementKinds.Sentence ? 0 : 1)];
    }

    private GroundedStatement Ground(Statement statement, Context context)
    {
        TextUnit? best = null;
        double same = 0, other = 0;
        foreach (var (candidate, unit, around) in known)
        {
            var equal = SameValue.Is(statement, candidate);
            if (!equal && candidate.Group != statement.Group)
            {
                continue;
            }

            var likeness = rarity.Likeness(context, around);
            if (!equal)
            {
                other = Math.Max(other, likeness);
            }
            else if (best is null || likeness > same)
            {
                (best, same) = (unit, likeness);
            }
        }

        var supported = best is not null && same >= Thresholds.Least(statement.Kind) && same >= Thresholds.Rival(statement.Kind) * other;
        return GroundedStatement.Of(statement, supported ? best : null);
    }

    private IEnumerable<GroundedStatement> SentenceStatements(TextUnit unit)
    {
        if (SentenceSupport.IsCourtesy(unit))
        {
            yield break;
        }

        var match = support.Best(unit);
        var supported = match.Coverage >= Thresholds.Sentence
            && (match.Unit is null || match.Coverage < Thresholds.SameSentence || !SentenceSupport.Contradict(unit, match.Unit));
        yield return GroundedStatement.Of(new Statement(unit.Text, unit.Start, StatementKinds.Sentence, string.Empty), supported ? match.Unit : null)
            with { Supported = supported };
        if (NameFinder.Promise(unit.Whole, unit.Start, unit.End) is { } promise)
        {
            yield return GroundedStatement.Of(
                new Statement(promise.Value, promise.Index, StatementKinds.Promise, Words.Fold(promise.Value)), supported ? match.Unit : null)
                with { Supported = supported };
        }
    }
}
