using Microsoft.Extensions.Options;
using Triage.Models.Retrieving;

namespace Triage.Service.Retrieving.Qdrant;

/// <summary>Puts Qdrant before an index where the settings name one.</summary>
internal sealed class QdrantHost(IOptions<QdrantOptions> options, ILogger<QdrantIndex> log) : IDisposable
{
    private readonly Lazy<QdrantClient> client = new(() => new QdrantClient(options));

    /// <summary>Null: there is no Qdrant, and the index searches by itself.</summary>
    /// <param name="embedded">Stands in while Qdrant cannot answer.</param>
    /// <param name="modelId">The model that makes its vectors; null: it has none.</param>
    public QdrantIndex? Over(KnowledgeIndex embedded, string? modelId) => options.Value.Endpoint.Length == 0
        ? null
        : new QdrantIndex(embedded, modelId, new QdrantStore(client.Value, options), new QdrantSearch(client.Value, options), log);

    public void Dispose()
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }
}

internal static class QdrantSetup
{
    /// <summary>Adds Qdrant where section "Qdrant" names an endpoint.</summary>
    /// <exception cref="InvalidOperationException">The section is there, but not right.</exception>
    public static void AddQdrant(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<QdrantOptions>().BindConfiguration("Qdrant").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<QdrantHost>();
        if (builder.Configuration["Qdrant:Endpoint"] is { Length: > 0 }
            && builder.Configuration.GetSection("Qdrant").Get<QdrantOptions>()!.Problem() is { } problem)
        {
            throw new InvalidOperationException(problem);
        }
    }
}
