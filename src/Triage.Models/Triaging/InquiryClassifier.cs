using Triage.Models.Inquiries;

namespace Triage.Models.Triaging;

/// <summary>
/// Suggests office, topic, kind and urgency of an inquiry, with reasons, or says that a person must look. Load it once;
/// it may be used from several threads.
/// </summary>
public sealed class InquiryClassifier
{
    /// <summary>Share of the routed cases that must be right, unless configured otherwise.</summary>
    public const double DefaultTarget = 0.95;

    private readonly RouterModel model;
    private readonly ITextEmbedder? embedder;
    private readonly SetClassifier words;
    private readonly SetClassifier? full;

    internal InquiryClassifier(RouterModel model, string version, ITextEmbedder? embedder, double target)
    {
        this.model = model;
        this.embedder = embedder?.ModelId == model.Embedding?.ModelId ? embedder : null;
        words = new SetClassifier(model, model.WordsOnly, version + "-ngrams", target);
        full = this.embedder is null || model.WithEmbedding is null ? null : new SetClassifier(model, model.WithEmbedding, version, target);
    }

    /// <summary>False: it works on n-grams alone, because no embedder was given or another one than in training.</summary>
    public bool UsesEmbedding => full is not null;

    /// <summary>Stands in every <see cref="Classification.ModelVersion"/>; ends in "-ngrams" without an embedding.</summary>
    public string ModelVersion => (full ?? words).Version;

    /// <summary>Reads a router that <c>train</c> wrote, after checking its files.</summary>
    /// <param name="modelFolder">The folder with manifest.json.</param>
    /// <param name="embedder">The embedder it was trained with; null or another one: n-grams alone.</param>
    /// <param name="target">Share of the routed cases that must be right, 0 to 1.</param>
    /// <exception cref="ModelException">The folder is missing or damaged.</exception>
    public static InquiryClassifier Load(string modelFolder, ITextEmbedder? embedder = null, double target = DefaultTarget)
    {
        var (model, manifest) = ModelFolder.Read(modelFolder);
        return new InquiryClassifier(model, manifest.Version, embedder, target);
    }

    /// <summary>What a router's folder says about itself.</summary>
    /// <exception cref="ModelException">The folder is missing or damaged.</exception>
    public static ModelManifest ReadManifest(string modelFolder) => ModelFolder.Read(modelFolder).Manifest;

    /// <summary>Judges one inquiry.</summary>
    public async Task<Classification> ClassifyAsync(Inquiry inquiry, CancellationToken cancellation) =>
        (await ClassifyAsync([inquiry], cancellation))[0];

    /// <summary>Judges several inquiries, in order.</summary>
    public async Task<IReadOnlyList<Classification>> ClassifyAsync(IReadOnlyList<Inquiry> inquiries, CancellationToken cancellation)
    {
        var vectors = full is null
            ? null
            : await embedder!.EmbedAsync([.. inquiries.Select(i => EmbeddedPart.Of(i.Whole))], EmbeddingRole.Query, cancellation);
        return [.. inquiries.Select((inquiry, i) => (full ?? words).Classify(inquiry.Whole, Features(inquiry.Whole, vectors?[i])))];
    }

    /// <summary>
    /// The sentence without which the office suggested loses most of its probability: to be shown where
    /// <see cref="Classification.EmbeddingShare"/> is high and single words explain little. Null when no sentence matters.
    /// </summary>
    public async Task<Reason?> FindDecisiveSentenceAsync(Inquiry inquiry, CancellationToken cancellation)
    {
        var text = inquiry.Whole;
        var sentences = MessageSentences.Split(text);
        var without = sentences.Select(s => inquiry with { Subject = "", Text = text.Remove(s.Start, s.Length) });
        var judged = await ClassifyAsync([inquiry, .. without], cancellation);
        double Confidence(Classification c) => c.Departments.Where(d => d.Id == judged[0].Department).Sum(d => d.Confidence);
        var losses = judged.Skip(1).Select(c => Confidence(judged[0]) - Confidence(c)).ToArray();
        if (losses.Length < 2 || losses.Max() <= 0)
        {
            return null;
        }

        var best = sentences[Array.IndexOf(losses, losses.Max())];
        return new Reason(text.Substring(best.Start, best.Length), best.Start, losses.Max());
    }

    private TextFeatures Features(string text, float[]? vector) =>
        TextFeatures.Of(TextAnalyzer.Words(text), model.Vocabulary, vector is null ? null : model.Embedding!.Apply(vector));
}
