using Triage.Models.Inquiries;
using Triage.Models.Learning;

namespace Triage.Service.Learning;

/// <summary>The cases behind a figure. The key names them in addresses and holds nothing about a person.</summary>
public sealed record CaseSet(string Key, string Name, IReadOnlyList<long> Ids)
{
    public static CaseSet Of(string key, string name, IEnumerable<long> ids) => new(key, name, [.. ids]);
}

/// <summary>In how many of a group's cases something holds.</summary>
public sealed record Figure(string Name, CaseSet Hits, CaseSet Misses)
{
    /// <summary>Smaller groups are not shown: a share of them says little, and may say it about one person.</summary>
    public const int Fewest = 5;

    public int Cases => Hits.Ids.Count + Misses.Ids.Count;

    public bool IsHidden => Cases < Fewest;

    public double Share => (double)Hits.Ids.Count / Cases;

    public WilsonInterval Interval => WilsonInterval.Of(Hits.Ids.Count, Cases);

    /// <summary>"82 %".</summary>
    public string ShareText => string.Create(German.Culture, $"{100 * Share:0} %");

    /// <summary>"75 bis 88 %".</summary>
    public string IntervalText => string.Create(German.Culture, $"{100 * Interval.Low:0} bis {100 * Interval.High:0} %");

    /// <summary>What people may look up; nothing of a hidden group.</summary>
    public IEnumerable<CaseSet> Sets => IsHidden ? [] : [Hits, Misses];

    /// <summary>Splits items of one case each by whether something holds for them.</summary>
    internal static Figure Of<T>(string key, string name, IEnumerable<T> items, Func<T, long> id, Func<T, bool> holds, string hit = "richtig", string miss = "falsch")
    {
        var split = items.ToLookup(holds, id);
        return new Figure(name, CaseSet.Of($"{key}.ja", $"{name}: {hit}", split[true]), CaseSet.Of($"{key}.nein", $"{name}: {miss}", split[false]));
    }

    internal static Figure Of(string key, string name, IEnumerable<Verdict> verdicts, Func<Verdict, bool> right) =>
        Of(key, name, verdicts, v => v.Decision.CaseId, right);
}
