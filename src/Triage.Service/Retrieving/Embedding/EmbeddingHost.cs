using Microsoft.Extensions.Options;
using Triage.Models.Triaging;
using Triage.Service.Triaging;

namespace Triage.Service.Retrieving.Embedding;

/// <summary>
/// Tells with which model the search is to work now: the one at an endpoint where the settings name one, otherwise the
/// shipped one. Classifier and drafts keep the shipped one: they were trained and measured with it.
/// </summary>
internal sealed class EmbeddingHost(IOptionsMonitor<EmbeddingOptions> options, EmbedderHost shipped, IOptions<KnowledgeOptions> knowledge, TimeProvider time)
    : IDisposable
{
    // A redirect would carry key and texts to another host.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly Dictionary<string, EndpointEmbedder> known = [];
    private volatile EndpointEmbedder? connected;
    private EmbeddingOptions? connectedBy;

    /// <summary>The shipped model; null where words alone are compared or it cannot be read.</summary>
    public ITextEmbedder? Shipped => knowledge.Value.WordsAlone ? null : shipped.Current;

    /// <summary>The model at the endpoint, for people; null for the shipped one.</summary>
    public string? Name => UsesEndpoint && options.CurrentValue is var now && now.Problem() is null ? now.Name : null;

    /// <summary>Whether the settings name the model with this id.</summary>
    public bool Names(string? modelId) => UsesEndpoint
        ? modelId?.Contains($"-{options.CurrentValue.Fingerprint}-", StringComparison.Ordinal) == true
        : modelId == Shipped?.ModelId;

    /// <summary>Why the model cannot be used; null when all is well.</summary>
    public string? Problem => UsesEndpoint ? connected?.Problem : knowledge.Value.WordsAlone ? null : shipped.Problem;

    private bool UsesEndpoint => !knowledge.Value.WordsAlone && options.CurrentValue.Endpoint.Length > 0;

    /// <summary>The model that the settings name.</summary>
    /// <exception cref="EmbeddingException">It cannot be reached, still does not answer, or the settings are wrong.</exception>
    public async Task<ITextEmbedder?> WantedAsync(CancellationToken cancellation)
    {
        if (!UsesEndpoint)
        {
            return Shipped;
        }

        var now = options.CurrentValue;
        if (connected is null || connectedBy != now)
        {
            await ConnectAsync(now, cancellation);
        }
        else if (connected.Problem is not null)
        {
            await connected.LookAsync(cancellation);
        }

        return connected;
    }

    public void Dispose() => http.Dispose();

    private async Task ConnectAsync(EmbeddingOptions now, CancellationToken cancellation)
    {
        if (now.Problem() is { } problem)
        {
            throw new EmbeddingException(problem);
        }

        // The search that serves may work with it already: a changed key or wait must reach it there.
        if (known.TryGetValue(now.Fingerprint, out var model))
        {
            model.Use(now);
            (connected, connectedBy) = (model, now);
            await model.LookAsync(cancellation);
            return;
        }

        connected = known[now.Fingerprint] = await EndpointEmbedder.ConnectAsync(now, http, time, cancellation);
        connectedBy = now;
    }
}

internal static class EmbeddingSetup
{
    /// <summary>Adds the models with which the search works.</summary>
    /// <exception cref="InvalidOperationException">Section "Embedding" names an endpoint, but is not right.</exception>
    public static void AddEmbedding(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<EmbeddingOptions>().BindConfiguration("Embedding");
        builder.Services.AddSingleton<EmbeddingHost>();
        if (builder.Configuration["Embedding:Endpoint"] is { Length: > 0 }
            && builder.Configuration.GetSection("Embedding").Get<EmbeddingOptions>()!.Problem() is { } problem)
        {
            throw new InvalidOperationException(problem);
        }
    }
}
