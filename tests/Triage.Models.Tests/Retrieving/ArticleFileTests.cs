using Triage.Models.Inquiries;
using Triage.Models.Retrieving;

namespace Triage.Models.Tests.Retrieving;

public sealed class ArticleFileTests
{
    [Fact]
    public void What_is_written_reads_back_as_the_same()
    {
        var article = new KnowledgeArticle(
            "probe", "Titel: \"mit\" \\ # 'Zeichen' 🐕", "steueramt", null, new(2026, 1, 2), new(2026, 3, 4), null, "§ 1 - {a: b}", "", ["a, b", "c: d"],
            "## Kopf\n\n---\nid: nicht\n---\n{{phone:steueramt}}")
        {
            ValidUntil = new(2027, 1, 1), Reviewer = "Frau Ä", IsStatute = true, ConflictsWith = "andere", Leika = "99008001000000",
        };

        var read = ArticleFile.Read(ArticleFile.Write(article));

        Assert.Equal(article with { Synonyms = [] }, read with { Synonyms = [] });
        Assert.Equal(article.Synonyms, read.Synonyms);
        Assert.Equal(ArticleFile.Hash(article), ArticleFile.Hash(read));
        Assert.NotEqual(ArticleFile.Hash(article), ArticleFile.Hash(article with { Reviewer = null }));
    }

    [Fact]
    public void Every_article_of_the_town_reads_back_as_the_same()
    {
        var folder = Path.Combine(DataFolder.Find(), "knowledge");
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "README.md"))
        {
            var article = ArticleFile.Read(File.ReadAllText(file));

            Assert.Equal(ArticleFile.Write(article), ArticleFile.Write(ArticleFile.Read(ArticleFile.Write(article))));
        }
    }
}
