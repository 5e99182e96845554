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

/// <summary>Classifier, index and drafter of the data folder, put together as the service does.</summary>
internal sealed class DraftingDesk : IDisposable
{
    /// <summary>Without a classifier a person decides; the search alone still finds passages.</summary>
    public static readonly Classification Unclassified = new(string.Empty, null, "frage", false, "de", [], true, [], [], [], [], [], string.Empty);

    private const int Passages = 8;

    private readonly OnnxEmbedder? embedder = Embedding.Find();
    private readonly KnowledgeIndex index;
    private readonly Municipality municipality;
    private readonly TownFacts town;
    private readonly InquiryClassifier? classifier;
    private readonly LanguageModelDrafter? model;
    private readonly ReplyDrafter drafter;

    private DraftingDesk(string data, bool withModel)
    {
        municipality = Municipality.Load(Path.Combine(data, "municipality", "municipality.json"));
        town = TownFacts.Load(Path.Combine(data, "municipality"));
        index = new KnowledgeIndex(embedder, Path.Combine(data, "..", "var", "index"));
        var router = Path.Combine(data, "models", "router");
        classifier = Directory.Exists(router) ? InquiryClassifier.Load(router, embedder) : null;
        var composer = new ReplyComposer(embedder);
        model = withModel ? new LanguageModelDrafter(ModelSettings.Read(), composer, new SocketsHttpHandler(), TimeProvider.System) : null;
        drafter = new ReplyDrafter(composer, model);
    }

    /// <exception cref="InvalidDataException">A model is wanted, but none is configured.</exception>
    public static async Task<DraftingDesk> OpenAsync(bool withModel, CancellationToken cancellation)
    {
        var data = DataFolder.Find();
        var desk = new DraftingDesk(data, withModel);
        var load = KnowledgeLoader.Load(Path.Combine(data, "knowledge"), desk.town);
        foreach (var problem in load.Problems)
        {
            await Console.Error.WriteLineAsync($"{problem.File}: {problem.Reason}");
        }

        await desk.index.BuildAsync(load.Articles, null, cancellation);
        return desk;
    }

    public async Task<AnswerRow> AnswerAsync(AnswerInput row, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var inquiry = new Inquiry(row.Id, row.Subject ?? string.Empty, row.Text ?? string.Empty);
        var judged = classifier is null ? Unclassified : await classifier.ClassifyAsync(inquiry, cancellation);
        var found = await new InquirySearch(index).SearchAsync(inquiry, judged.Topic, judged.Department, Passages, cancellation);
        var result = await drafter.DraftAsync(new DraftRequest(inquiry, judged, found, town, municipality), null, cancellation);
        var draft = result?.Draft;
        return new AnswerRow(
            row.Id, draft?.Text ?? string.Empty, draft?.Citations ?? [], draft?.Critical ?? [], draft?.OpenQuestions ?? [], draft?.NoSource ?? false,
            InjectionDetector.Find(inquiry.Whole), draft is null ? 0 : ReadabilityMeter.Measure(draft.Text).Lix, draft?.Model ?? string.Empty,
            draft?.PromptVersion ?? string.Empty, result?.FallbackReason, judged.Department, judged.Topic, judged.Kind,
            Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1));
    }

    public void Dispose()
    {
        model?.Dispose();
        index.Dispose();
        embedder?.Dispose();
    }
}
