using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;
using Triage.Service.Retrieving.Embedding;
using Triage.Service.Retrieving.Qdrant;

namespace Triage.Service.Retrieving;

/// <summary>
/// Which search serves, and which takes its place: when the settings name another embedding model, all passages get its
/// vectors in the background, a slice at a time, and the old search serves until the last one is there.
/// </summary>
internal sealed partial class SearchSuccession(
    EmbeddingHost models, QdrantHost qdrant, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<SearchSuccession> log) : IDisposable
{
    private volatile KnowledgeSearch? next;
    private volatile IndexProgress progress = new(0, 0);
    private volatile IndexProgress begun = new(0, 0);
    private volatile string? problem;
    private volatile KnowledgeSearch? current;

    /// <summary>What serves now; null before the first build began.</summary>
    public KnowledgeSearch? Current => current;

    /// <summary>Which model compares meanings, in words.</summary>
    public IndexState Model
    {
        get
        {
            var name = models.Name ?? "mitgeliefert";
            var changing = next is not null || current is { StandsIn: true } || !models.Names(current?.ModelId);
            return (current, problem ?? models.Problem) switch
            {
                (null, _) => new("beginnt", Fine: true),
                (_, { } reason) => new($"{name}: gestört. {(changing ? "Bis es antwortet, sucht das bisherige Modell." : "Die Suche vergleicht nur Wörter.")} Technische Meldung: {reason}", Fine: false),
                _ when changing => Reading(name, progress, "sucht das bisherige Modell"),
                ({ ModelId: null }, _) => new("keins, die Suche vergleicht nur Wörter", Fine: true),
                ({ IsComplete: false }, _) => Reading(name, begun, "vergleicht die Suche nur Wörter"),
                _ => new($"{name}, bereit", Fine: true),
            };
        }
    }

    /// <summary>Makes exactly these articles searchable in what serves.</summary>
    /// <exception cref="EmbeddingException">New passages got no vectors; until they do, words alone decide.</exception>
    public async Task BuildAsync(IReadOnlyList<KnowledgeArticle> articles, IProgress<IndexProgress> reports, CancellationToken cancellation)
    {
        current ??= await FirstAsync(articles, cancellation);
        await current.BuildAsync(articles, new DirectProgress(done => reports.Report(begun = done)), cancellation);
    }

    /// <summary>Works for a while on the search with the model that the settings name, if another one serves.</summary>
    /// <param name="articles">What is in force.</param>
    /// <param name="isWaitedFor">Whether something else is to be done first.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>True: there is more to do.</returns>
    public async Task<bool> SucceedAsync(IReadOnlyList<KnowledgeArticle> articles, Func<bool> isWaitedFor, CancellationToken cancellation)
    {
        using var slice = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (start, before) = (time.GetTimestamp(), progress.Embedded);
        try
        {
            var wanted = await models.WantedAsync(cancellation);
            if (current is { StandsIn: false } && current.ModelId == wanted?.ModelId)
            {
                Leave();
                return false;
            }

            if (next is null || next.ModelId != wanted?.ModelId)
            {
                Leave();
                next = new KnowledgeSearch(wanted, options, qdrant);
            }

            await next.BuildAsync(articles, new DirectProgress(Look), slice.Token);
            await next.KeepAsync(cancellation);
            Take(next);
            return false;
        }
        catch (EmbeddingException e)
        {
            Failed(e);
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return true;
        }

        // Each slice gets further than the one before, however long it takes to come to where that ended.
        void Look(IndexProgress done)
        {
            progress = done;
            if (done.Embedded > before && done.Embedded < done.Passages && (isWaitedFor() || time.GetElapsedTime(start).TotalSeconds > options.Value.LookSeconds))
            {
                slice.Cancel();
            }
        }
    }

    public void Dispose()
    {
        next?.Dispose();
        current?.Dispose();
    }

    // The model at an endpoint begins only where all its vectors are kept: whoever writes meanwhile is better served by the shipped one.
    private async Task<KnowledgeSearch> FirstAsync(IReadOnlyList<KnowledgeArticle> articles, CancellationToken cancellation)
    {
        if (models.Name is null)
        {
            return new KnowledgeSearch(models.Shipped, options, qdrant);
        }

        try
        {
            next = new KnowledgeSearch(await models.WantedAsync(cancellation), options, qdrant);
            if (await next.IsKeptAsync(articles, cancellation))
            {
                return Interlocked.Exchange(ref next, null)!;
            }
        }
        catch (EmbeddingException e)
        {
            Failed(e);
        }

        return new KnowledgeSearch(models.Shipped, options, qdrant: null);
    }

    private static IndexState Reading(string name, IndexProgress done, string meanwhile) => new(
        string.Create(German.Culture, $"{name}: {done.Embedded:N0} von {done.Passages:N0} Textstellen eingelesen. Bis dahin {meanwhile}."), Fine: true);

    private void Leave()
    {
        next?.Dispose();
        (next, problem, progress) = (null, null, new IndexProgress(0, 0));
    }

    private void Take(KnowledgeSearch ready)
    {
        // A search that goes on in the old one needs nothing that is disposed here.
        var old = Interlocked.Exchange(ref current, ready);
        (next, problem) = (null, null);
        old?.Dispose();
        LogTaken(log, ready.ModelId ?? "words alone", ready.Passages);
    }

    private void Failed(EmbeddingException e)
    {
        if (problem != e.Message)
        {
            problem = e.Message;
            LogFailed(log, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Searching with the embedding model {Model}, {Passages} passages")]
    private static partial void LogTaken(ILogger log, string model, int passages);

    [LoggerMessage(LogLevel.Error, "The search goes on with the embedding model it had: {Problem}")]
    private static partial void LogFailed(ILogger log, string problem);
}
