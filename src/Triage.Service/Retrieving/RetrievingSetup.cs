using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;
using Triage.Service.Retrieving.Embedding;
using Triage.Service.Retrieving.Qdrant;
using Triage.Service.Storage;

namespace Triage.Service.Retrieving;

internal static class RetrievingSetup
{
    /// <summary>Adds the articles, their search, and what editors do with them.</summary>
    public static WebApplicationBuilder AddRetrieving(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<KnowledgeOptions>().BindConfiguration("Knowledge").PostConfigure<IOptions<StorageOptions>>((o, storage) =>
        {
            o.Folder = o.Folder.Length > 0 ? Path.GetFullPath(o.Folder) : Path.Combine(DataFolder.Find(), "knowledge");
            o.CacheFolder = o.CacheFolder.Length > 0 ? Path.GetFullPath(o.CacheFolder) : Path.Combine(storage.Value.Folder, "cache");
        }).ValidateDataAnnotations().ValidateOnStart();
        builder.AddQdrant();
        builder.AddEmbedding();
        builder.Services.AddSingleton<SearchSuccession>();
        builder.Services.AddSingleton<KnowledgeHost>();
        builder.Services.AddSingleton<ArticleCheck>();
        builder.Services.AddSingleton<KnowledgeReader>();
        builder.Services.AddScoped<KnowledgeShelf>();
        builder.Services.AddScoped<KnowledgeFolder>();
        builder.Services.AddScoped<KnowledgeEditor>();
        builder.Services.AddScoped<KnowledgeExchange>();
        builder.Services.AddScoped<KnowledgeLists>();
        builder.Services.AddScoped<ArticleViews>();
        builder.Services.AddScoped<ImportViews>();
        builder.Services.AddScoped<EditorDesk>();
        builder.Services.AddHostedService<KnowledgeWorker>();
        return builder;
    }

    /// <summary>Takes the folder's articles over at the first start. What changes in it later, the worker offers.</summary>
    public static async Task PrepareKnowledgeAsync(this WebApplication app, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KnowledgeFolder>().TakeOverAsync(cancellation);
    }

    public static void MapRetrieving(this WebApplication app)
    {
        app.MapKnowledge();
        app.MapEditor();
        app.MapExchange();
    }
}
