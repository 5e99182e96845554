using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>The labels that a set of examples teaches, and which topic belongs to which office.</summary>
internal sealed record LabelTable(
    string[] Departments, string[]? Topics, string[]? Kinds, bool Urgent, bool Objection, IReadOnlyDictionary<string, string> TopicDepartments)
{
    /// <summary>A detector is trained from so many positive examples on.</summary>
    private const int FewestPositives = 5;

    /// <exception cref="InvalidDataException">Fewer than two offices, or a topic under two offices.</exception>
    public static LabelTable From(IReadOnlyList<TrainingExample> examples)
    {
        var departments = Distinct(examples.Select(e => e.Department));
        if (departments.Length < 2)
        {
            throw new InvalidDataException($"{examples.Count} examples with {departments.Length} different offices: there is nothing to learn.");
        }

        var complete = examples.All(e => e.Topic is not null || e.Department.Length == 0);
        var kinds = Distinct(examples.Select(e => e.Kind).OfType<string>());
        return new LabelTable(
            departments,
            complete ? Distinct(examples.Select(TopicOf)) : null,
            kinds.Length > 1 ? kinds : null,
            examples.Count(e => e.Urgent == true) >= FewestPositives,
            examples.Count(e => e.Kind == LabelScores.ObjectionKind) >= FewestPositives,
            complete ? Owners(examples) : new Dictionary<string, string>());
    }

    /// <summary>Whether office and topic of a further row are among the labels.</summary>
    public bool Knows(TrainingExample row) =>
        Departments.Contains(row.Department) && (Topics is null || TopicDepartments.GetValueOrDefault(TopicOf(row)) == row.Department);

    /// <summary>The topic, or "" for a message that is no inquiry.</summary>
    public static string TopicOf(TrainingExample example) => example.Topic ?? LabelScores.None;

    private static string[] Distinct(IEnumerable<string> labels) => [.. labels.Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Owners(IReadOnlyList<TrainingExample> examples)
    {
        var owners = new Dictionary<string, string>();
        foreach (var example in examples.Where(e => e.Topic is not null))
        {
            if (owners.TryAdd(example.Topic!, example.Department))
            {
                continue;
            }

            if (owners[example.Topic!] != example.Department)
            {
                throw new InvalidDataException(
                    $"The topic '{example.Topic}' stands under '{owners[example.Topic!]}' and, in '{example.Inquiry.Id}', under '{example.Department}'.");
            }
        }

        return owners;
    }
}
