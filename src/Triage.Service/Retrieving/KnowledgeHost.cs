using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Service.Retrieving;

/// <summary>
/// Holds the search over the articles that are in force. After a release the index is rebuilt in the background while the
/// old one serves; until the first vectors are there, the words alone decide.
/// </summary>
internal sealed partial class KnowledgeHost : IDisposable
{
    /// <summary>Of a step's lease: whoever waits longer loses the step. A town with more articles than are embedded by then begins with words alone.</summary>
    private const double LeaseShare = 0.75;

    private readonly TimeSpan patience;
    private readonly TaskCompletionSource searchable = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<Task> worthAsking;
    private readonly PipelineSignal changed = new();
    private readonly SearchSuccession searches;
    private readonly IServiceScopeFactory scopes;
    private readonly ILogger<KnowledgeHost> log;
    private IReadOnlyList<VersionKey>? built;
    private IReadOnlyList<KnowledgeArticle> articles = [];

    public KnowledgeHost(
        IServiceScopeFactory scopes, SearchSuccession searches, IOptions<PipelineOptions> pipeline, ILogger<KnowledgeHost> log)
    {
        (this.scopes, this.log, this.searches) = (scopes, log, searches);
        patience = LeaseShare * TimeSpan.FromSeconds(pipeline.Value.LeaseSeconds);
        worthAsking = new(WorthAskingAsync);
    }

    /// <summary>The articles in force by id, placeholders filled in. An id is missing once its article is retired.</summary>
    public IReadOnlyDictionary<string, KnowledgeArticle> Articles { get; private set; } = new Dictionary<string, KnowledgeArticle>();

    /// <summary>Why the last build ended early; null when all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>Who searches, in words; null before the first build began.</summary>
    public IndexState? State => searches.Current?.State;

    /// <summary>Which embedding model compares meanings, in words.</summary>
    public IndexState Model => searches.Model;

    /// <summary>
    /// Searches the released articles with a whole message. After a start it waits until they are indexed, for at most
    /// three quarters of a step's lease altogether until all vectors are there: a draft is read later than that, and one from words alone
    /// often answers something else.
    /// </summary>
    /// <param name="inquiry">The message, without quoted history and signature.</param>
    /// <param name="judged">What the classifier suspects, or a person decided; null: nobody said.</param>
    /// <param name="top">Most passages over all, and for each question.</param>
    /// <param name="cancellation">Stops the search.</param>
    public async Task<InquiryResult> SearchAsync(
        Inquiry inquiry, Classification? judged, int top, CancellationToken cancellation)
    {
        await worthAsking.Value.WaitAsync(cancellation);
        return searches.Current is { } now
            ? await now.Inquiries.SearchAsync(inquiry, judged, top, cancellation)
            : new InquiryResult([], NoSource: true, []);
    }

    /// <summary>Something was released or retired.</summary>
    public void Changed() => changed.Raise();

    /// <summary>Waits until something changed, at most this long.</summary>
    public Task ChangesAsync(TimeSpan atMost, CancellationToken cancellation) => changed.WaitAsync(atMost, cancellation);

    /// <summary>
    /// Rebuilds the index if other versions are in force than it holds, sees to it that Qdrant, if any, follows, and goes on
    /// with the change to another embedding model, if any.
    /// </summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        try
        {
            await RebuildAsync(cancellation);
        }
        catch (EmbeddingException e)
        {
            // Tried again next time; another model may be wanted by then.
            Failed(e);
        }

        await (searches.Current?.KeepAsync(cancellation) ?? Task.CompletedTask);
        if (await searches.SucceedAsync(articles, () => changed.IsRaised, cancellation))
        {
            changed.Raise();
        }
    }

    /// <summary>A build failed; what was there before goes on serving.</summary>
    public void Failed(Exception error)
    {
        Problem = error.Message;
        searchable.TrySetResult();
        complete.TrySetResult();
        LogFailed(log, error);
    }

    private async Task RebuildAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var shelf = scope.ServiceProvider.GetRequiredService<KnowledgeShelf>();
        var inForce = await shelf.InForceAsync(cancellation);
        if (built is not null && inForce.SequenceEqual(built))
        {
            return;
        }

        (articles, var unusable) = await shelf.LoadAsync(inForce, cancellation);
        Articles = articles.ToDictionary(a => a.Id);
        await searches.BuildAsync(articles, new DirectProgress(_ => searchable.TrySetResult()), cancellation);
        (built, Problem) = (inForce, unusable.Count == 0 ? null : $"Platzhalter ohne Wert: {string.Join(", ", unusable)}");
        searchable.TrySetResult();
        complete.TrySetResult();
        LogBuilt(log, articles.Count, searches.Current!.Passages);
    }

    private async Task WorthAskingAsync()
    {
        await Task.WhenAny(complete.Task, Task.Delay(patience));
        await searchable.Task;
    }

    public void Dispose()
    {
        changed.Dispose();
    }

    [LoggerMessage(LogLevel.Information, "Searching {Articles} articles in {Passages} passages")]
    private static partial void LogBuilt(ILogger log, int articles, int passages);

    [LoggerMessage(LogLevel.Error, "The articles could not be read or indexed; searches go on in the old index")]
    private static partial void LogFailed(ILogger log, Exception error);
}
