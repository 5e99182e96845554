using Triage.Models.Retrieving;
using static Triage.Models.Tests.Retrieving.Articles;

namespace Triage.Models.Tests.Retrieving;

public sealed class KnowledgeIndexTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vectors").FullName;
    private readonly FakeEmbedder embedder = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Was kostet die Steuer für meinen Hund?", "hund")]
    [InlineData("hundesteuer", "hund")]
    [InlineData("Wann oeffnet das Freibad", "bad")]
    [InlineData("Personalausweise", "ausweis")]
    [InlineData("wohin mit dem laub", "laub")]
    public async Task Words_alone_find_the_article(string question, string article)
    {
        using var index = new KnowledgeIndex(null);
        await index.BuildAsync(Town, null, default);

        Assert.Equal(article, (await Search(index, question)).Passages[0].Passage.ArticleId);
    }

    [Fact]
    public async Task A_paraphrase_is_found_by_its_meaning()
    {
        using var index = new KnowledgeIndex(embedder);
        await index.BuildAsync(Town, null, default);

        Assert.Equal("hund", (await Search(index, "Mein Dackel zieht ein")).Passages[0].Passage.ArticleId);
    }

    [Fact]
    public async Task What_no_article_speaks_of_has_no_source()
    {
        using var index = new KnowledgeIndex(null);
        await index.BuildAsync(Town, null, default);

        Assert.True((await Search(index, "Quantencomputer Lieferkette")).NoSource);
        Assert.True((await Search(index, "")).NoSource);
        Assert.False((await Search(index, "Hundesteuer")).NoSource);
    }

    [Fact]
    public async Task A_hint_prefers_and_excludes_nothing()
    {
        using var index = new KnowledgeIndex(embedder);
        await index.BuildAsync(Town, null, default);

        var neutral = await Search(index, "Foto für das Dokument");
        var hinted = await index.SearchAsync(new KnowledgeQuery("Foto für das Dokument", "reisepass"), default);
        var wrong = await index.SearchAsync(new KnowledgeQuery("Hundesteuer", "baeder", "schulamt"), default);

        Assert.Equal("pass", hinted.Passages[0].Passage.ArticleId);
        Assert.Equal(neutral.Passages.Count, hinted.Passages.Count);
        Assert.Equal("hund", wrong.Passages[0].Passage.ArticleId);
    }

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

    [Fact]
    public async Task A_retired_article_is_no_longer_found()
    {
        using var index = new KnowledgeIndex(embedder);
        await index.BuildAsync(Town, null, default);
        await index.BuildAsync([.. Town.Where(a => a.Id != "hund")], null, default);

        Assert.DoesNotContain((await Search(index, "Hundesteuer")).Passages, p => p.Passage.ArticleId == "hund");
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
