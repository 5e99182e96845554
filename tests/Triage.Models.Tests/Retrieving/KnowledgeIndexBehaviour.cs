using Triage.Models.Retrieving;
using Triage.Models.Triaging;
using static Triage.Models.Tests.Retrieving.Articles;

namespace Triage.Models.Tests.Retrieving;

/// <summary>What every index must do, whatever it searches with.</summary>
public abstract class KnowledgeIndexBehaviour
{
    private static readonly FakeEmbedder Embedder = new();

    [Theory]
    [InlineData("Was kostet die Steuer für meinen Hund?", "hund")]
    [InlineData("hundesteuer", "hund")]
    [InlineData("Wann oeffnet das Freibad", "bad")]
    [InlineData("Personalausweise", "ausweis")]
    [InlineData("wohin mit dem laub", "laub")]
    public async Task Words_alone_find_the_article(string question, string article) =>
        Assert.Equal(article, (await Search(await Built(null, Town), question)).Passages[0].Passage.ArticleId);

    [Fact]
    public async Task A_paraphrase_is_found_by_its_meaning() =>
        Assert.Equal("hund", (await Search(await Built(Embedder, Town), "Mein Dackel zieht ein")).Passages[0].Passage.ArticleId);

    [Theory]
    [InlineData("Hundesteuer", "hund")]
    [InlineData("Wer fegt den Gehweg?", "laub")]
    public async Task Words_and_meaning_together_find_the_article(string question, string article) =>
        Assert.Equal(article, (await Search(await Built(Embedder, Town), question)).Passages[0].Passage.ArticleId);

    [Fact]
    public async Task What_no_article_speaks_of_has_no_source()
    {
        var index = await Built(null, Town);

        Assert.True((await Search(index, "Quantencomputer Lieferkette")).NoSource);
        Assert.True((await Search(index, "")).NoSource);
        Assert.False((await Search(index, "Hundesteuer")).NoSource);
    }

    [Fact]
    public async Task A_hint_prefers_and_excludes_nothing()
    {
        var index = await Built(Embedder, Town);

        var neutral = await Search(index, "Foto für das Dokument");
        var hinted = await index.SearchAsync(new KnowledgeQuery("Foto für das Dokument", "reisepass"), default);
        var wrong = await index.SearchAsync(new KnowledgeQuery("Hundesteuer", "baeder", "schulamt"), default);

        Assert.Equal("pass", hinted.Passages[0].Passage.ArticleId);
        Assert.Equal(neutral.Passages.Count, hinted.Passages.Count);
        Assert.Equal("hund", wrong.Passages[0].Passage.ArticleId);
    }

    [Fact]
    public async Task No_more_passages_than_asked_for_best_first_and_none_twice()
    {
        var found = (await (await Built(Embedder, Town)).SearchAsync(new KnowledgeQuery("Foto für den Ausweis im Freibad", Top: 3), default)).Passages;

        Assert.Equal(3, found.Count);
        Assert.Equal(found.OrderByDescending(p => p.Score), found);
        Assert.Equal(3, found.DistinctBy(p => p.Passage.Id).Count());
    }

    [Fact]
    public async Task A_retired_article_is_no_longer_found()
    {
        var index = await Built(Embedder, Town);
        await index.BuildAsync([.. Town.Where(a => a.Id != "hund")], null, default);

        Assert.DoesNotContain((await Search(index, "Hundesteuer")).Passages, p => p.Passage.ArticleId == "hund");
    }

    [Fact]
    public async Task A_changed_article_is_found_in_its_new_wording_only()
    {
        var index = await Built(Embedder, Town);
        await index.BuildAsync([.. Town.Where(a => a.Id != "bad"), Article("bad", "Freibad", "Das Freibad bleibt geschlossen.")], null, default);

        var found = (await Search(index, "Wann öffnet das Freibad im Mai?")).Passages.Where(p => p.Passage.ArticleId == "bad");
        Assert.Equal("Das Freibad bleibt geschlossen.", Assert.Single(found).Passage.Text);
    }

    [Fact]
    public async Task Nothing_is_found_where_there_is_nothing()
    {
        var found = await Search(await Built(Embedder, []), "Hundesteuer");

        Assert.True(found.NoSource);
        Assert.Empty(found.Passages);
    }

    protected static Task<RetrievalResult> Search(IKnowledgeIndex index, string question) => index.SearchAsync(new KnowledgeQuery(question), default);

    /// <summary>An index without articles; whoever makes it disposes it.</summary>
    /// <param name="embedder">Null: words alone.</param>
    protected abstract Task<IKnowledgeIndex> MakeAsync(ITextEmbedder? embedder);

    private async Task<IKnowledgeIndex> Built(ITextEmbedder? embedder, IReadOnlyList<KnowledgeArticle> articles)
    {
        var index = await MakeAsync(embedder);
        await index.BuildAsync(articles, null, default);
        return index;
    }
}
