namespace Triage.Models.Triaging;

/// <summary>What speaks for urgency or for an objection beside the model's own score: named groups of words, and the length.</summary>
internal sealed class Signs
{
    private const int MostCounted = 3;
    private readonly SignalGroups groups;
    private readonly Func<List<Word>, IEnumerable<Signal>>? further;

    private Signs(SignalGroups groups, IReadOnlyList<string> furtherNames, Func<List<Word>, IEnumerable<Signal>>? further)
    {
        this.groups = groups;
        this.further = further;
        Names = [.. groups.Names, .. furtherNames];
    }

    public static Signs Urgency { get; } = new(SignalGroups.Read("urgency"), NearDays.Names, NearDays.Find);

    public static Signs Objection { get; } = new(SignalGroups.Read("objection"), [], null);

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<Signal> Find(List<Word> words) => [.. groups.Find(words), .. further?.Invoke(words) ?? []];

    /// <summary>
    /// For each group the root of how often it is met, at most three times: the second sign says less than the first. Last
    /// the logarithm of the number of words, because a long message meets more of everything.
    /// </summary>
    public double[] Measure(List<Word> words)
    {
        var counts = Find(words).CountBy(s => s.List).ToDictionary();
        return [.. Names.Select(n => Math.Sqrt(Math.Min(counts.GetValueOrDefault(n), MostCounted))), Math.Log(1 + words.Count)];
    }
}
