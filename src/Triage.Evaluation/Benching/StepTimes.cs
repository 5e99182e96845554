namespace Triage.Evaluation.Benching;

/// <summary>The times taken of each step; several threads may add.</summary>
internal sealed class StepTimes
{
    private readonly Lock adding = new();
    private readonly Dictionary<string, List<double>> times = [];

    /// <summary>Adds one measurement of a step.</summary>
    public void Add(string step, TimeSpan time)
    {
        lock (adding)
        {
            if (!times.TryGetValue(step, out var list))
            {
                times[step] = list = [];
            }

            list.Add(time.TotalMilliseconds);
        }
    }

    /// <summary>The cost of every step, in the order of their first measurement; <paramref name="whole"/> is the sum of the others.</summary>
    public IReadOnlyList<StepCost> Costs(string whole)
    {
        lock (adding)
        {
            var total = times.Where(t => t.Key != whole).Sum(t => t.Value.Sum());
            return [.. times.Select(t => StepCost.Of(t.Key, t.Value, total))];
        }
    }
}
