using System.Diagnostics;
using Triage.Evaluation.Triaging;
using Triage.Models.Drafting;
using Triage.Models.Drafting.Composing;
using Triage.Models.Drafting.LanguageModels;
using Triage.Models.Drafting.Reading;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Drafting;

/// <summary>What was made of one inquiry; <see cref="Result"/> is null where no draft may be made.</summary>
internal sealed record DeskWork(Classification Judged, InquiryResult Found, DraftResult? Result);

/// <summary>Classifier, index and drafter of the data folder, put together as the service does.</summary>
internal sealed class DraftingDesk : IDisposable
{
    /// <summary>Without a classifier a person decides; the search alone still finds passages.</summary>
    public static readonly Classification Unclassified = new(string.Empty, null, "frage", false, "de", [], true, [], [], [], [], [], string.Empty);

    private const int Passages = 8;

    private readonly OnnxEmbedder? onnx;
    private readonly KnowledgeIndex index;
    private readonly Municipality municipality;
    private readonly TownFacts town;
    private readonly LanguageModel? model;
    private readonly ReplyDrafter drafter;

    private DraftingDesk(string data, string router, bool withModel, bool cached)
    {
        onnx = Embedding.Find(data);
        var embedder = cached ? Embedding.Cached(onnx, data) : onnx;
        municipality = Municipality.Load(Path.Combine(data, "municipality", "municipality.json"));
        town = TownFacts.Load(Path.Combine(data, "municipality"));
        index = new KnowledgeIndex(embedder, Path.Combine(data, "..", "var", "index"));
        Classifier = Directory.Exists(router) ? InquiryClassifier.Load(router, embedder) : null;
        var composer = new ReplyComposer(embedder);
        model = withModel ? new LanguageModel(ModelSettings.Read(), new SocketsHttpHandler(), TimeProvider.System) : null;
        drafter = new ReplyDrafter(composer, model is null ? null : new LanguageModelDrafter(model, composer));
    }

    /// <summary>Null when no router is shipped.</summary>
    public InquiryClassifier? Classifier { get; }

    /// <exception cref="InvalidDataException">A model is wanted, but none is configured.</exception>
    public static Task<DraftingDesk> OpenAsync(bool withModel, bool cached, CancellationToken cancellation)
    {
        var data = DataFolder.Find();
        return OpenAsync(data, Path.Combine(data, "models", "router"), withModel, cached, cancellation);
    }

    /// <param name="data">The folder <c>data/</c>.</param>
    /// <param name="router">The router's folder; it may be missing.</param>
    /// <param name="withModel">Draft with the configured language model.</param>
    /// <param name="cached">Keep vectors in var/, so that the same rows are answered much sooner again; times then mean nothing.</param>
    /// <param name="cancellation">Stops building the index.</param>
    /// <exception cref="InvalidDataException">A model is wanted, but none is configured.</exception>
    public static async Task<DraftingDesk> OpenAsync(string data, string router, bool withModel, bool cached, CancellationToken cancellation)
    {
        var desk = new DraftingDesk(data, router, withModel, cached);
        var load = KnowledgeLoader.Load(Path.Combine(data, "knowledge"), desk.town);
        foreach (var problem in load.Problems)
        {
            await Console.Error.WriteLineAsync($"{problem.File}: {problem.Reason}");
        }

        await desk.index.BuildAsync(load.Articles, null, cancellation);
        return desk;
    }

    /// <summary>Judges the inquiry, searches for it and drafts an answer.</summary>
    public async Task<DeskWork> WorkAsync(Inquiry inquiry, CancellationToken cancellation)
    {
        var judged = Classifier is null ? Unclassified : await Classifier.ClassifyAsync(inquiry, cancellation);
        var found = await new InquirySearch(index).SearchAsync(inquiry, judged, Passages, cancellation);
        return new DeskWork(judged, found, await drafter.DraftAsync(new DraftRequest(inquiry, judged, found, town, municipality), null, cancellation));
    }

    public async Task<AnswerRow> AnswerAsync(AnswerInput row, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var inquiry = new Inquiry(row.Id, row.Subject ?? string.Empty, row.Text ?? string.Empty);
        var (judged, _, result) = await WorkAsync(inquiry, cancellation);
        var draft = result?.Draft;
        return new AnswerRow(
            row.Id, draft?.Text ?? string.Empty, draft?.Citations ?? [], draft?.Critical ?? [], draft?.OpenQuestions ?? [], draft?.NoSource ?? true,
            InjectionDetector.Find(inquiry.Whole), draft is null ? 0 : ReadabilityMeter.Measure(draft.Text).Lix, draft?.Model ?? string.Empty,
            draft?.PromptVersion ?? string.Empty, result?.FallbackReason, judged.Department, judged.Topic, judged.Kind, judged.Language,
            Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1));
    }

    public void Dispose()
    {
        model?.Dispose();
        index.Dispose();
        onnx?.Dispose();
    }
}
