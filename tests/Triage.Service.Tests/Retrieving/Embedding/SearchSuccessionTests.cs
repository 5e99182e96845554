using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Triage.Models.Inquiries;
using Triage.Models.Tests.Retrieving;
using Triage.Service.Retrieving;
using Triage.Service.Retrieving.Embedding;
using Triage.Service.Retrieving.Qdrant;
using Triage.Service.Triaging;

namespace Triage.Service.Tests.Retrieving.Embedding;

public sealed class SearchSuccessionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_slice_gets_further_however_long_it_takes_and_nothing_is_read_twice(bool waitedFor)
    {
        var articles = Enumerable.Range(0, 200).Select(i => Articles.Article($"a{i}", i % 2 == 0 ? "Hund" : "Freibad", $"Text {i}")).ToArray();
        var folder = Directory.CreateTempSubdirectory("triage-succession-");
        await using var server = await FakeEmbeddingServer.StartAsync();
        // Whenever it is looked at, more time has gone by than a slice may take.
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMinutes(1) };
        var knowledge = Options.Create(new KnowledgeOptions { CacheFolder = folder.FullName });
        var settings = new Settings(new EmbeddingOptions { Endpoint = server.Address, Model = "m" });
        using var shipped = new EmbedderHost(Options.Create(new TriagingOptions { EmbeddingFolder = "/nowhere" }), NullLogger<EmbedderHost>.Instance);
        using var models = new EmbeddingHost(settings, shipped, knowledge, time);
        using var qdrant = new QdrantHost(Options.Create(new QdrantOptions()), NullLogger<QdrantIndex>.Instance);
        using var searches = new SearchSuccession(models, qdrant, knowledge, time, NullLogger<SearchSuccession>.Instance);
        await searches.BuildAsync(articles, new DirectProgress(_ => { }), default);

        var slices = 1;
        for (; await searches.SucceedAsync(articles, () => waitedFor, default); slices++)
        {
            Assert.True(searches.Current!.StandsIn);
            Assert.Contains(string.Create(German.Culture, $"{64 * slices} von 200 Textstellen eingelesen"), searches.Model.Text, StringComparison.Ordinal);
        }

        Assert.Equal(4, slices);
        Assert.False(searches.Current!.StandsIn);
        Assert.Single(server.Texts, t => t.EndsWith("Text 7", StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    private sealed record Settings(EmbeddingOptions CurrentValue) : IOptionsMonitor<EmbeddingOptions>
    {
        public EmbeddingOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<EmbeddingOptions, string?> listener) => null;
    }
}
