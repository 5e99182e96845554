using System.Data.Common;
using Microsoft.Extensions.Options;
using Triage.Models.Triaging;
using Triage.Service.Learning.Training;

namespace Triage.Service.Triaging;

/// <summary>
/// Holds the classifier that serves: the promoted one of the database, or the one that came with the program. Another one takes
/// its place only when it is loaded and its files are what its manifest says. A missing or damaged model leaves the service
/// working without suggestions, or with the model it had (faults 29 and 30); what is wrong stands on the status page.
/// </summary>
internal sealed partial class ClassifierHost : IDisposable
{
    private readonly SemaphoreSlim looking = new(1, 1);
    private readonly IServiceScopeFactory scopes;
    private readonly EmbedderHost embedder;
    private readonly TriagingOptions options;
    private readonly ILogger<ClassifierHost> log;
    private readonly Lazy<Held> shipped;
    private volatile Held? promoted;
    private volatile Held? refused;
    private volatile bool looked;

    public ClassifierHost(IServiceScopeFactory scopes, EmbedderHost embedder, IOptions<TriagingOptions> options, ILogger<ClassifierHost> log)
    {
        (this.scopes, this.embedder, this.options, this.log) = (scopes, embedder, options.Value, log);
        shipped = new(() => Load(null, this.options.Folder));
    }

    /// <summary>Null: there is no usable model.</summary>
    public InquiryClassifier? Current => (promoted ?? shipped.Value).Classifier;

    /// <summary>The id of the promoted model that serves here; null: the one that came with the program.</summary>
    public long? CurrentId => promoted?.Id;

    /// <summary>What is wrong with the model that should serve; null when all is well.</summary>
    public string? Problem => refused is { } wrong
        ? $"{wrong.Problem} Bis dahin arbeitet das bisherige Modell weiter."
        : promoted is null ? shipped.Value.Problem : null;

    /// <summary>The classifier, after a first look for what was promoted.</summary>
    public async Task<InquiryClassifier?> ServingAsync(CancellationToken cancellation)
    {
        if (!looked)
        {
            await LookAsync(cancellation);
        }

        return Current;
    }

    /// <summary>Takes up what was promoted since the last look. While the database does not answer, what serves goes on.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        await looking.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await FollowAsync(scope.ServiceProvider.GetRequiredService<StoredModels>(), cancellation);
        }
        catch (Exception e) when (e is DbException or TimeoutException or InvalidOperationException or IOException)
        {
            LogNoAnswer(log, e);
        }
        finally
        {
            looked = true;
            looking.Release();
        }
    }

    public void Dispose() => looking.Dispose();

    private async Task FollowAsync(StoredModels models, CancellationToken cancellation)
    {
        var wanted = await models.ServingAsync(cancellation);
        if (wanted == promoted?.Id)
        {
            refused = null;
        }
        else if (wanted is null)
        {
            (promoted, refused) = (null, null);
            LogServing(log, Current?.ModelVersion ?? "none");
        }
        else if (refused?.Id != wanted)
        {
            Take(await LoadAsync(models, wanted.Value, cancellation));
        }
    }

    // A damaged one is not tried again and again; promoting another one, or a restart, looks anew.
    private void Take(Held found)
    {
        if (found.Classifier is null)
        {
            refused = found;
            return;
        }

        (promoted, refused) = (found, null);
        LogServing(log, found.Classifier.ModelVersion);
    }

    private async Task<Held> LoadAsync(StoredModels models, long id, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("triage-model-").FullName;
        try
        {
            await models.UnpackAsync(id, folder, cancellation);
            return Load(id, folder);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            LogUnusable(log, e.Message);
            return new Held(id, null, $"Das gewählte Modell {id} lässt sich nicht lesen. Wählen Sie unter „Lernen“ ein anderes.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Held Load(long? id, string folder)
    {
        try
        {
            return new Held(id, InquiryClassifier.Load(folder, embedder.Current, options.TargetAccuracy), null);
        }
        catch (ModelException e)
        {
            LogUnusable(log, e.Message);
            return new Held(id, null, id is null ? e.Message : $"Das gewählte Modell {id} ist beschädigt. Wählen Sie unter „Lernen“ ein anderes.");
        }
    }

    private sealed record Held(long? Id, InquiryClassifier? Classifier, string? Problem);

    [LoggerMessage(LogLevel.Error, "A classifier cannot be used; cases go to people without a suggestion, or with the former one's: {Problem}")]
    private static partial void LogUnusable(ILogger log, string problem);

    [LoggerMessage(LogLevel.Information, "Suggesting with {Version}")]
    private static partial void LogServing(ILogger log, string version);

    [LoggerMessage(LogLevel.Warning, "What was promoted cannot be looked up or written down; the classifier that serves goes on")]
    private static partial void LogNoAnswer(ILogger log, Exception e);
}
