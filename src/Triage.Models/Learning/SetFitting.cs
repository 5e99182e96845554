using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>Fits the models of all labels, with and without the embedding, on all rows and on the rows outside each fold.</summary>
internal sealed class SetFitting(
    IReadOnlyList<TrainingExample> examples, LabelTable labels, List<Word>[] words, float[][]? vectors, TrainingOptions options)
{
    private static readonly string[] Detector = ["no", "yes"];

    /// <summary>Models fitted on the rows named, not yet calibrated.</summary>
    public RouterModel Fit(int[] rows, string embeddingId, CancellationToken cancellation)
    {
        var vocabulary = Vocabulary.Choose([.. rows.Select(r => words[r])], options.LeastTexts, options.MostNGrams, options.CharacterRuns);
        var scale = vectors is null ? null : EmbeddingScale.From(embeddingId, [.. rows.Select(r => vectors[r])]);
        var texts = rows.Select(r => Features(r, vocabulary, scale)).ToArray();
        var withoutEmbedding = texts.Select(t => t with { Embedding = null }).ToArray();
        // Features that no row has keep the weight 0.
        var withEmbedding = options.NGrams ? texts : [.. texts.Select(t => t with { NGrams = new SparseVector([], []) })];
        var jobs = Jobs(rows).SelectMany(j => new[] { (Job: j, Embedded: false), (Job: j, Embedded: true) })
            .Where(j => !j.Embedded || scale is not null).OrderByDescending(j => j.Job.Labels.Length).ToArray();
        var models = new LabelModel[jobs.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellation };
        Parallel.For(0, jobs.Length, parallel, i => models[i] = Fit(jobs[i].Job, jobs[i].Embedded ? withEmbedding : withoutEmbedding, vocabulary.Count));
        LabelModel? Model(string name, bool embedded) =>
            jobs.Zip(models).Where(p => p.First.Job.Name == name && p.First.Embedded == embedded).Select(p => p.Second).FirstOrDefault();
        LabelSet Set(bool embedded) => new(
            Model("department", embedded)!, Model("topic", embedded), Model("kind", embedded), Model("urgent", embedded),
            Model("objection", embedded), RouterSettings.Uncalibrated);
        return new RouterModel(vocabulary, scale, labels.TopicDepartments, scale is null ? null : Set(true), Set(false));
    }

    /// <summary>What a model sees of a row.</summary>
    public TextFeatures Features(int row, Vocabulary vocabulary, EmbeddingScale? scale) =>
        TextFeatures.Of(words[row], vocabulary, scale?.Apply(vectors![row]));

    private IEnumerable<Job> Jobs(int[] rows)
    {
        yield return new Job("department", labels.Departments, Truth(rows, labels.Departments, e => e.Department));
        if (labels.Topics is { } topics)
        {
            yield return new Job("topic", topics, Truth(rows, topics, LabelTable.TopicOf));
        }

        if (labels.Kinds is { } kinds)
        {
            yield return new Job("kind", kinds, Truth(rows, kinds, e => e.Kind));
        }

        if (labels.Urgent)
        {
            yield return new Job("urgent", Detector, Truth(rows, Detector, e => e.Urgent is { } u ? Detector[u ? 1 : 0] : null));
        }

        if (labels.Objection)
        {
            yield return new Job(
                "objection", Detector, Truth(rows, Detector, e => e.Kind is { } k ? Detector[k == LabelScores.ObjectionKind ? 1 : 0] : null));
        }
    }

    private int[] Truth(int[] rows, string[] names, Func<TrainingExample, string?> label) =>
        [.. rows.Select(r => Array.IndexOf(names, label(examples[r])))];

    // Rows whose label is not known (-1) are left out.
    private LabelModel Fit(Job job, TextFeatures[] texts, int ngrams)
    {
        var known = Enumerable.Range(0, texts.Length).Where(i => job.Truth[i] >= 0).ToArray();
        var linear = LabelTrainer.Train(
            [.. known.Select(i => texts[i])], [.. known.Select(i => job.Truth[i])], job.Labels.Length, ngrams, options.Seed);
        return new LabelModel(job.Labels, linear, 1);
    }

    private sealed record Job(string Name, string[] Labels, int[] Truth);
}
