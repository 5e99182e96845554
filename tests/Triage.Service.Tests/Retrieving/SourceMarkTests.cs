using AngleSharp.Html.Parser;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Retrieving;

namespace Triage.Service.Tests.Retrieving;

public sealed class SourceMarkTests
{
    [Theory]
    [InlineData("Eins zwei drei.", "zwei", "zwei")]
    [InlineData("Eins \\*zwei\\* drei.", "\\*zwei\\*", "*zwei*")]
    [InlineData("Eins\nzwei\ndrei", "wei\ndr", "weidr")]
    [InlineData("A **fett *schräg* fett** B", "schräg* fe", "schräg fe")]
    [InlineData("Siehe [den Antrag](https://example.org) hier", "Antrag](https://example.org) hi", "Antrag hi")]
    [InlineData("M&uuml;ll `kode` Ende", "&uuml;ll `kode`", "üll kode")]
    [InlineData("- eins\n- zwei\n- drei", "zwei\n- dr", "zweidr")]
    [InlineData("| a | b |\n|---|---|\n| eins | zwei |", "ins | zw", "inszw")]
    [InlineData("## Kopf\nText", "opf\nTe", "opfTe")]
    public void Exactly_the_range_is_marked(string markdown, string cited, string marked)
    {
        var start = markdown.IndexOf(cited, StringComparison.Ordinal);

        Assert.Equal(marked, Marked(markdown, start, start + cited.Length));
    }

    [Fact]
    public void Every_passage_of_the_towns_articles_is_marked_whole_and_nothing_else()
    {
        var data = DataFolder.Find();
        var splitter = new PassageSplitter(text => text.Length / 3);
        var articles = KnowledgeLoader.Load(Path.Combine(data, "knowledge"), TownFacts.Load(Path.Combine(data, "municipality"))).Articles;

        foreach (var article in articles)
        {
            var passages = splitter.Split(article);
            foreach (var passage in passages)
            {
                var marked = Marked(article.Markdown, passage.Start, passage.Start + passage.Length);
                Assert.Equal(Letters(Text(ArticleHtml.Render(passage.Text))), Letters(marked));
            }
        }
    }

    private static string Marked(string markdown, int start, int end) =>
        string.Concat(new HtmlParser().ParseDocument(ArticleHtml.Render(markdown, start..end)).QuerySelectorAll("mark").Select(m => m.TextContent));

    private static string Text(string html) => new HtmlParser().ParseDocument(html).Body!.TextContent;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
