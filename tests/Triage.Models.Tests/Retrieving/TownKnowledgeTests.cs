using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Retrieving;

/// <summary>The demo town's own articles, as they are shipped.</summary>
public sealed class TownKnowledgeTests
{
    private static readonly KnowledgeLoad Town = KnowledgeLoader.Load(
        Path.Combine(DataFolder.Find(), "knowledge"), TownFacts.Load(Path.Combine(DataFolder.Find(), "municipality")));

    [Fact]
    public void Every_article_of_the_town_can_be_read()
    {
        Assert.Empty(Town.Problems);
        Assert.NotEmpty(Town.Articles);
        Assert.DoesNotContain(Town.Articles, a => a.Markdown.Contains("{{", StringComparison.Ordinal));
    }

    [Fact]
    public void Passages_have_the_length_that_a_reader_and_the_model_can_take()
    {
        using var embedder = OnnxEmbedder.Load(Articles.EmbeddingFolder);
        var splitter = new PassageSplitter(embedder.CountTokens);
        var passages = Town.Articles.SelectMany(splitter.Split).ToArray();

        Assert.All(passages, p => Assert.InRange(embedder.CountTokens(PassageText.ForEmbedding(p)), 1, PassageSplitter.MostTokens));
        Assert.All(passages, p => Assert.InRange(Words(p), 10, 230));
        Assert.InRange(passages.Count(p => Words(p) < 60) / (double)passages.Length, 0, 0.02);
        Assert.InRange(passages.Count(p => Words(p) > 190) / (double)passages.Length, 0, 0.05);
    }

    [Theory]
    [InlineData("Was kostet die Hundesteuer?", "hundesteuer")]
    [InlineData("Wie lange dauert ein neuer Personalausweis?", "personalausweis")]
    [InlineData("Mein Perso ist weg", "personalausweis")]
    [InlineData("Wohngeld beantragen", "wohngeld")]
    public async Task Words_alone_find_the_towns_articles(string question, string topic)
    {
        using var index = new KnowledgeIndex(null);
        await index.BuildAsync(Town.Articles, null, default);

        var found = await index.SearchAsync(new KnowledgeQuery(question, Top: 3), default);

        Assert.Contains(found.Passages, p => p.Passage.Topic == topic);
        Assert.False(found.NoSource);
    }

    private static int Words(Passage passage) => passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
