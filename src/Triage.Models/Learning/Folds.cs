namespace Triage.Models.Learning;

/// <summary>Deals examples out to folds: groups stay together, everything else by the seed.</summary>
public static class Folds
{
    /// <summary>The fold of each example.</summary>
    public static int[] Assign(IReadOnlyList<TrainingExample> examples, TrainingOptions options)
    {
        var groups = examples.Select((e, i) => e.Group ?? $"\n{i}").ToArray();
        var random = new Random(options.Seed);
        var names = groups.Distinct().ToArray();
        random.Shuffle(names);
        var folds = new Dictionary<string, int>();
        var sizes = new int[options.Folds];
        var bySize = groups.CountBy(g => g).ToDictionary();
        foreach (var name in names.OrderByDescending(g => bySize[g]))
        {
            var smallest = Array.IndexOf(sizes, sizes.Min());
            folds[name] = smallest;
            sizes[smallest] += bySize[name];
        }

        return Array.ConvertAll(groups, g => folds[g]);
    }
}
