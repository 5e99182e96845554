using System.Text.Json.Serialization;
using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>
/// A candidate against the model that serves, on the same held-out rows: all rows by office, topic, kind and urgency, and each
/// class by itself (fault 55: bad labels in one class cost little over all, and that class everything).
/// </summary>
public sealed record ModelComparison(IReadOnlyList<ClassComparison> Overall, IReadOnlyList<ClassComparison> Classes)
{
    public const string Department = "department";
    public const string Topic = "topic";
    public const string Kind = "kind";
    public const string Urgent = "urgent";

    /// <summary>What falls; a candidate with any such is refused.</summary>
    [JsonIgnore]
    public IReadOnlyList<ClassComparison> Fallen => [.. Overall.Concat(Classes).Where(c => c.Falls)];

    /// <summary>Neither a class nor the whole falls.</summary>
    [JsonIgnore]
    public bool Passes => Fallen.Count == 0;

    /// <param name="truth">Rows that neither model learned from.</param>
    /// <param name="before">What the serving model says about each of them.</param>
    /// <param name="after">What the candidate says.</param>
    /// <exception cref="ArgumentException">Not as many answers as rows, or no rows.</exception>
    public static ModelComparison Of(IReadOnlyList<TrainingExample> truth, IReadOnlyList<Classification> before, IReadOnlyList<Classification> after)
    {
        if (truth.Count == 0 || truth.Count != before.Count || truth.Count != after.Count)
        {
            throw new ArgumentException($"{truth.Count} rows cannot be compared by {before.Count} and {after.Count} answers.", nameof(truth));
        }

        var rows = truth.Select((row, i) => new Row(row, before[i], after[i])).ToList();
        var labels = new[]
        {
            new Judged(Department, r => r.Department, s => s.Department),
            new Judged(Topic, r => r.Topic ?? "", s => s.Topic ?? ""),
            new Judged(Kind, r => r.Kind, s => s.Kind),
            new Judged(Urgent, r => r.Urgent is { } urgent ? Word(urgent) : null, s => Word(s.Urgent)),
        };
        return new ModelComparison([.. labels.Select(l => l.Compare(null, rows)).Where(c => c.Rows > 0)], [.. labels.SelectMany(l => l.ByClass(rows))]);
    }

    private static string Word(bool urgent) => urgent ? Urgent : "";

    private sealed record Row(TrainingExample Truth, Classification Before, Classification After);

    private sealed record Judged(string Name, Func<TrainingExample, string?> Truth, Func<Classification, string> Said)
    {
        // "" is "no inquiry" everywhere: as an office it stands for the others. What is not urgent is no class to be found.
        public IEnumerable<ClassComparison> ByClass(IReadOnlyList<Row> rows) => rows.GroupBy(r => Truth(r.Truth))
            .Where(g => g.Key is not null && (g.Key.Length > 0 || Name == Department)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Compare(g.Key, [.. g]));

        public ClassComparison Compare(string? name, IReadOnlyList<Row> rows)
        {
            var known = rows.Where(r => Truth(r.Truth) is not null).Select(r => (Before: Said(r.Before) == Truth(r.Truth), After: Said(r.After) == Truth(r.Truth))).ToList();
            return new ClassComparison(Name, name, known.Count, known.Count(k => k.Before), known.Count(k => k is { Before: true, After: false }), known.Count(k => k is { Before: false, After: true }));
        }
    }
}
