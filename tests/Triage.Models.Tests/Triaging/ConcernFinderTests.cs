using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

public sealed class ConcernFinderTests
{
    private static readonly string[] Topics = ["", "hund", "laterne", "grab"];

    // Says: what another topic than the main one carries alone in a sentence is a concern, the more so if it opens something further.
    private static readonly ConcernSettings Settings = new([0, 1, 0.5, 0, 1, 0, 0, 0, 0, 0, 0], -1, 0.5);

    [Fact]
    public void A_topic_that_carries_a_sentence_of_its_own_is_named_with_that_sentence()
    {
        SentenceTopics[] sentences = [Sentence(0, 0.05, 0.9, 0.03, 0.02), Sentence(20, 0.05, 0.05, 0.88, 0.02, opens: true)];
        var named = ConcernFinder.Clear(ConcernFinder.Candidates(Topics, [0, 3, 1, 0], sentences), Settings).ToList();
        var only = Assert.Single(named);
        Assert.Equal("laterne", only.Topic);
        Assert.Equal(20, only.Sentence.Start);
    }

    [Fact]
    public void Neither_the_main_topic_nor_no_inquiry_is_a_further_concern()
    {
        SentenceTopics[] sentences = [Sentence(0, 0.9, 0.05, 0.03, 0.02), Sentence(20, 0.05, 0.9, 0.03, 0.02)];
        Assert.DoesNotContain(ConcernFinder.Candidates(Topics, [0, 3, 1, 0], sentences), c => c.Topic is "" or "hund");
        Assert.Empty(ConcernFinder.Candidates(Topics, [3, 0, 0, 0], sentences));
    }

    [Fact]
    public void Settings_of_a_router_without_such_weights_name_nothing() =>
        Assert.Empty(ConcernFinder.Clear([new ConcernCandidate("grab", default, [])], ConcernSettings.Never));

    [Theory]
    [InlineData("Außerdem ist die Laterne kaputt", true)]
    [InlineData("Und noch eine Frage zum Grab", true)]
    [InlineData("PS: Wann ist Markt?", true)]
    [InlineData("Крім того, у мене питання", true)]
    [InlineData("Die Laterne vor dem Haus ist kaputt", false)]
    public void A_sentence_that_opens_something_further_is_known_by_its_beginning(string text, bool opens) =>
        Assert.Equal(opens, ConnectorWords.Open(TextAnalyzer.Words(text)));

    private static SentenceTopics Sentence(int start, double none, double hund, double laterne, double grab, bool opens = false) =>
        new(new Span(start, 10), [none, hund, laterne, grab], 8, Asks: false, opens);
}
