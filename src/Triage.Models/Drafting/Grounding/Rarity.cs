using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>How much a word tells units of the sources apart: rare words weigh more.</summary>
internal sealed class Rarity
{
    // A word that no source has says little about which of them is meant.
    private const double Unknown = 0.3;

    private readonly Dictionary<string, int> unitsWith = [];
    private readonly int count;

    public Rarity(IReadOnlyList<TextUnit> sources)
    {
        count = sources.Count;
        foreach (var unit in sources)
        {
            foreach (var stem in Context.Tokens(unit).Concat(unit.LeadIn).Select(w => w.Stem).Distinct())
            {
                unitsWith[stem] = unitsWith.GetValueOrDefault(stem) + 1;
            }
        }
    }

    /// <summary>Whether the word stands in any source.</summary>
    public bool Knows(string stem) => unitsWith.ContainsKey(stem);

    public double Of(string stem) => Math.Max(0.25, Math.Log((count + 1.0) / (unitsWith.GetValueOrDefault(stem) + 0.5)));

    /// <summary>How much of the draft's context the source's context holds, nearness included: 0 to 1.</summary>
    public double Likeness(Context draft, Context source)
    {
        double all = 0, held = 0;
        foreach (var (stem, weight) in draft.Weights)
        {
            var known = Knows(stem) ? Of(stem) : Unknown;
            double best = 0;
            foreach (var (other, otherWeight) in source.Weights)
            {
                var likeness = Words.Likeness(stem, other);
                best = likeness > 0 ? Math.Max(best, likeness * Math.Min(1, otherWeight / weight)) : best;
            }

            all += weight * known;
            held += weight * known * best;
        }

        return all == 0 ? 1 : held / all;
    }
}
