using Microsoft.Extensions.Options;
using Triage.Models.Retrieving;
using Triage.Service.Triaging;

namespace Triage.Service.Retrieving;

/// <summary>
/// Holds the search over the articles that are in force. After a release the index is rebuilt in the background while the
/// old one serves; until the first vectors are there, the words alone decide.
/// </summary>
internal sealed partial class KnowledgeHost : IDisposable
{
    private readonly TaskCompletionSource searchable = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PipelineSignal changed = new();
    private readonly KnowledgeIndex index;
    private readonly IServiceScopeFactory scopes;
    private readonly ILogger<KnowledgeHost> log;
    private IReadOnlyList<VersionKey>? built;

    public KnowledgeHost(IServiceScopeFactory scopes, EmbedderHost embedder, IOptions<KnowledgeOptions> options, ILogger<KnowledgeHost> log)
    {
        (this.scopes, this.log) = (scopes, log);
        index = new KnowledgeIndex(options.Value.WordsAlone ? null : embedder.Current, options.Value.CacheFolder);
        Search = new InquirySearch(index);
    }

    /// <summary>Searches the released articles with a whole message.</summary>
    public InquirySearch Search { get; }

    /// <summary>The articles in force by id, placeholders filled in. An id is missing once its article is retired.</summary>
    public IReadOnlyDictionary<string, KnowledgeArticle> Articles { get; private set; } = new Dictionary<string, KnowledgeArticle>();

    /// <summary>How far the index is.</summary>
    public IndexProgress Progress { get; private set; } = new(0, 0);

    /// <summary>Why the last build ended early; null when all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>Done as soon as articles are found by their words.</summary>
    public Task Searchable => searchable.Task;

    /// <summary>Something was released or retired.</summary>
    public void Changed() => changed.Raise();

    /// <summary>Waits until something changed, at most this long.</summary>
    public Task ChangesAsync(TimeSpan atMost, CancellationToken cancellation) => changed.WaitAsync(atMost, cancellation);

    /// <summary>Rebuilds the index if other versions are in force than it holds.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var shelf = scope.ServiceProvider.GetRequiredService<KnowledgeShelf>();
        var inForce = await shelf.InForceAsync(cancellation);
        if (built is not null && inForce.SequenceEqual(built))
        {
            return;
        }

        var (articles, unusable) = await shelf.LoadAsync(inForce, cancellation);
        Articles = articles.ToDictionary(a => a.Id);
        await index.BuildAsync(articles, new Reports(this), cancellation);
        (built, Problem) = (inForce, unusable.Count == 0 ? null : $"Platzhalter ohne Wert: {string.Join(", ", unusable)}");
        searchable.TrySetResult();
        LogBuilt(log, articles.Count, index.Passages.Count);
    }

    /// <summary>A build failed; what was there before goes on serving.</summary>
    public void Failed(Exception error)
    {
        Problem = error.Message;
        searchable.TrySetResult();
        LogFailed(log, error);
    }

    public void Dispose()
    {
        index.Dispose();
        changed.Dispose();
    }

    // Progress<T> would report later and on another thread.
    private sealed class Reports(KnowledgeHost host) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value)
        {
            host.Progress = value;
            host.searchable.TrySetResult();
        }
    }

    [LoggerMessage(LogLevel.Information, "Searching {Articles} articles in {Passages} passages")]
    private static partial void LogBuilt(ILogger log, int articles, int passages);

    [LoggerMessage(LogLevel.Error, "The knowledge index was not rebuilt; searches go on in the old one")]
    private static partial void LogFailed(ILogger log, Exception error);
}
