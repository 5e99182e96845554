namespace Triage.Models.Triaging;

/// <summary>A trained router: one set of models with the embedding (if it was trained with one), one on n-grams alone.</summary>
internal sealed record RouterModel(
    Vocabulary Vocabulary,
    EmbeddingScale? Embedding,
    IReadOnlyDictionary<string, string> TopicDepartments,
    LabelSet? WithEmbedding,
    LabelSet WordsOnly);

/// <summary>The models of all labels; a label that the training data lack has none. Detectors have the labels "no", "yes".</summary>
internal sealed record LabelSet(
    LabelModel Department,
    LabelModel? Topic,
    LabelModel? Kind,
    LabelModel? Urgent,
    LabelModel? Objection,
    RouterSettings Settings);

/// <summary>What held-out predictions decided, beside the temperatures.</summary>
/// <param name="TopicShare">Weight of the topics' sum in an office's probability; the rest is the office model's.</param>
/// <param name="DepartmentTemperature">Applied to the blended probabilities.</param>
/// <param name="UrgentFrom">A message is urgent from this probability on.</param>
/// <param name="ObjectionFrom">A message is an objection from this probability on.</param>
/// <param name="Concerns">When a second topic is named.</param>
/// <param name="HeldOut">Confidence of the best office for each training row, predicted without that row.</param>
internal sealed record RouterSettings(
    double TopicShare,
    double DepartmentTemperature,
    double UrgentFrom,
    double ObjectionFrom,
    ConcernSettings Concerns,
    IReadOnlyList<HeldOut> HeldOut)
{
    /// <summary>How named signs correct the urgency detector; null: its own probability counts alone.</summary>
    public SecondOpinion? Urgency { get; init; }

    /// <summary>The same for objections.</summary>
    public SecondOpinion? Objection { get; init; }

    public static RouterSettings Uncalibrated { get; } = new(0.5, 1, 0.5, 0.5, ConcernSettings.Never, []);
}

/// <summary>What speaks for a second topic, and the probability from which on it is named.</summary>
/// <param name="Weights">Of what <see cref="ConcernCandidate.Evidence"/> says; null: none is ever named.</param>
/// <param name="Bias">Added to the rest.</param>
/// <param name="From">0 to 1; above 1 for never.</param>
internal sealed record ConcernSettings(double[]? Weights, double Bias, double From)
{
    public static ConcernSettings Never { get; } = new(null, 0, 2);

    public double Probability(ConcernCandidate candidate) => Softmax.Logistic(Bias + Weights!.Zip(candidate.Evidence, (w, e) => w * e).Sum());
}

/// <summary>One held-out prediction: the office suggested, how sure, and whether it was right.</summary>
internal sealed record HeldOut(string Department, double Confidence, bool Right);

/// <summary>Scores of one text before temperatures.</summary>
internal sealed record RawScores(double[] Department, double[]? Topic, double[]? Kind, double[]? Urgent, double[]? Objection)
{
    /// <summary>What <see cref="Signs.Urgency"/> measured; empty without a detector.</summary>
    public double[] UrgencySigns { get; init; } = [];

    /// <summary>What <see cref="Signs.Objection"/> measured; empty without a detector.</summary>
    public double[] ObjectionSigns { get; init; } = [];

    public static RawScores Of(LabelSet set, TextFeatures text) => new(
        set.Department.Scores(text), set.Topic?.Scores(text), set.Kind?.Scores(text), set.Urgent?.Scores(text), set.Objection?.Scores(text))
    {
        UrgencySigns = set.Urgent is null ? [] : Signs.Urgency.Measure(text.Words),
        ObjectionSigns = set.Objection is null ? [] : Signs.Objection.Measure(text.Words),
    };
}
