using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Tests.Drafting;
using Triage.Models.Triaging;
using static Triage.Models.Tests.Retrieving.Articles;

namespace Triage.Models.Tests.Retrieving;

public sealed class InquirySearchTests
{
    [Fact]
    public async Task Each_question_of_a_mail_gets_its_passage()
    {
        var result = await Search("Hallo, was kostet die Hundesteuer? Und wohin mit dem Laub?");

        Assert.Equal(["hund", "laub"], result.Questions.Select(q => q.Passages[0].Passage.ArticleId));
        Assert.Equal(["hund", "laub"], result.Passages.Take(2).Select(p => p.Passage.ArticleId).Order());
        Assert.False(result.NoSource);
    }

    [Fact]
    public async Task A_question_takes_its_subject_from_the_sentences_before() =>
        Assert.Equal("pass", (await Search("Wir fliegen im Mai, mein Reisepass ist abgelaufen. Was muss ich mitbringen?")).Questions[0].Passages[0].Passage.ArticleId);

    [Fact]
    public async Task A_message_without_a_question_is_searched_as_a_whole()
    {
        var result = await Search("Vor unserem Haus liegt Laub auf dem Gehweg.");

        Assert.Empty(result.Questions);
        Assert.Equal("laub", result.Passages[0].Passage.ArticleId);
    }

    [Fact]
    public async Task A_question_that_nothing_answers_is_told_apart()
    {
        var result = await Search("Was kostet die Hundesteuer? Baut Stromgigant Quantencomputer mit Supraleitern für Bitcoinfarmen?");

        Assert.Equal([false, true], result.Questions.Select(q => q.NoSource));
        Assert.False(result.NoSource);
    }

    [Fact]
    public async Task A_passage_is_returned_once()
    {
        var result = await Search("Was kostet der Hund? Was kostet die Hundesteuer? Hundesteuer für gefährliche Hunde?");

        Assert.Equal(result.Passages.Count, result.Passages.DistinctBy(p => p.Passage.Id).Count());
    }

    [Fact]
    public async Task An_article_s_second_passage_comes_behind_the_best_of_others()
    {
        using var index = new KnowledgeIndex(null);
        await index.BuildAsync(
            [
                Article("hund", "Hundesteuer", $"## Hundesteuer zahlen\nDie Hundesteuer. {Words(150)}\n\n## Hundesteuer sparen\nDie Hundesteuer. {Words(150, "spar")}"),
                Article("pferd", "Pferd", "Für ein Pferd gibt es keine Hundesteuer."),
            ],
            null, TestContext.Current.CancellationToken);

        var result = await new InquirySearch(index).SearchAsync(new Inquiry("", "", "Hundesteuer"), null, 3, TestContext.Current.CancellationToken);

        Assert.Equal(["hund", "pferd", "hund"], result.Passages.Select(p => p.Passage.ArticleId));
        Assert.Equal(["hund", "hund", "pferd"], result.Deep.Select(p => p.Passage.ArticleId));
    }

    [Fact]
    public async Task What_was_ranked_below_the_best_is_kept_for_whole_articles()
    {
        var result = await Search("Was kostet die Hundesteuer? Und wohin mit dem Laub?", top: 1);

        Assert.Single(result.Passages);
        Assert.Superset(new HashSet<string> { "hund", "laub" }, result.Deep.Select(p => p.Passage.ArticleId).ToHashSet());
        Assert.Equal(result.Deep.OrderByDescending(p => p.Score), result.Deep);
    }

    [Theory]
    [InlineData("Soll ich ein Foto mitbringen?", 0.9, "pass")]
    [InlineData("Soll ich ein Foto mitbringen?", 0.1, "ausweis")]
    [InlineData("Soll ich für den Reisepass ein Foto mitbringen?", 0.1, "pass")]
    public async Task A_likely_topic_goes_first_where_words_do_not_tell(string text, double likely, string first)
    {
        var judged = Case.Request("").Classification with
        {
            Topic = "personalausweis", Topics = [new("personalausweis", 1 - likely), new("reisepass", likely)],
        };

        Assert.Equal(first, (await Search(text, judged: judged)).Deep[0].Passage.ArticleId);
    }

    private static async Task<InquiryResult> Search(string text, int top = 5, Classification? judged = null)
    {
        using var index = new KnowledgeIndex(null);
        await index.BuildAsync(Town, null, default);
        return await new InquirySearch(index).SearchAsync(new Inquiry("1", "", text), judged, top, default);
    }
}
