using Triage.Models.Retrieving;
using static Triage.Models.Tests.Retrieving.Articles;

namespace Triage.Models.Tests.Retrieving;

public sealed class KnowledgeIndexTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vectors").FullName;
    private readonly FakeEmbedder embedder = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Words_serve_while_vectors_are_made()
    {
        var gate = new TaskCompletionSource();
        embedder.Gate = gate.Task;
        using var index = new KnowledgeIndex(embedder);

        var building = index.BuildAsync(Town, null, default);
        while (index.Passages.Count == 0)
        {
            await Task.Delay(5);
        }

        Assert.False(index.IsComplete);
        Assert.Equal("hund", (await Search(index, "Hundesteuer")).Passages[0].Passage.ArticleId);
        gate.SetResult();
        await building;
        Assert.True(index.IsComplete);
    }

    [Fact]
    public async Task A_start_embeds_only_what_is_new()
    {
        using (var first = new KnowledgeIndex(embedder, folder))
        {
            await first.BuildAsync(Town, null, default);
        }

        embedder.Passages.Clear();
        using var second = new KnowledgeIndex(embedder, folder);
        await second.BuildAsync([.. Town, Article("zebra", "Zebra halten", "Ein Zebra ist anzuzeigen.")], null, default);

        Assert.Contains("Zebra", Assert.Single(embedder.Passages));
    }

    [Fact]
    public async Task A_build_that_was_stopped_goes_on_where_it_stopped()
    {
        var many = Enumerable.Range(0, 200).Select(i => Article($"a{i}", $"Artikel {i}", $"Text {i}")).ToArray();
        using var stop = new CancellationTokenSource();
        using var index = new KnowledgeIndex(embedder, folder);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.BuildAsync(many, new Stopper(stop), stop.Token));
        var made = embedder.Passages.Count;

        await index.BuildAsync(many, null, default);

        Assert.InRange(made, 1, 199);
        Assert.Equal(200, embedder.Passages.Count);
    }

    [Fact]
    public async Task Words_are_searched_from_the_first_report_on_before_any_vector_is_there()
    {
        using var index = new KnowledgeIndex(embedder);
        var reports = new List<(int Embedded, int Passages)>();

        await index.BuildAsync(Town, new Watcher(r => reports.Add((r.Embedded, index.Passages.Count))), default);

        Assert.Equal((0, index.Passages.Count), reports[0]);
        Assert.NotEmpty(index.Passages);
    }

    private static Task<RetrievalResult> Search(KnowledgeIndex index, string question) => index.SearchAsync(new KnowledgeQuery(question), default);

    private sealed class Stopper(CancellationTokenSource source) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value)
        {
            if (value.Embedded > 0)
            {
                source.Cancel();
            }
        }
    }

    private sealed class Watcher(Action<IndexProgress> seen) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => seen(value);
    }
}
