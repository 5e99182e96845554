using Triage.Models.Retrieving;

namespace Triage.Models.Tests.Retrieving;

public sealed class HybridScoreTests
{
    [Fact]
    public void Shared_words_decide_between_passages_of_like_meaning()
    {
        var scores = HybridScore.Combine([0.1f, 0.6f], 40, [0.85f, 0.84f], HybridWeights.Articles);

        Assert.True(scores[1] > scores[0]);
    }

    [Fact]
    public void A_single_common_word_does_not_outweigh_the_meaning()
    {
        var scores = HybridScore.Combine([0.1f, 0.6f], 1, [0.85f, 0.84f], HybridWeights.Articles);

        Assert.True(scores[0] > scores[1]);
    }

    [Fact]
    public void What_is_near_to_every_message_loses_that_nearness()
    {
        float[][] vectors = [[1, 0], [0.6f, 0.8f]];
        var toAll = HybridScore.NearnessToAll([[1, 0]], vectors, HybridWeights.Articles);

        Assert.True(toAll[0] > toAll[1]);
        Assert.Equal(0, toAll.Sum(), 5);
        var nearness = HybridScore.Nearness([0.9f, 0.436f], vectors, toAll);
        Assert.True(nearness[1] > nearness[0]);
    }

    [Theory]
    [InlineData("Wie melde ich mich an?", "Was kostet das?", "Hinweise", true)]
    [InlineData("Anmeldung", "Was kostet das?", "Hinweise", false)]
    public void Knowledge_whose_titles_mostly_ask_is_weighed_as_questions(string one, string two, string three, bool questions)
    {
        Passage[] passages = [.. new[] { one, two, three }.SelectMany(title => new PassageSplitter(text => text.Length)
            .Split(Articles.Article(title, title, "Ein Satz.")))];

        Assert.Equal(questions ? HybridWeights.Questions : HybridWeights.Articles, HybridWeights.Of(passages));
    }

    [Fact]
    public void A_best_that_does_not_stand_out_answers_nothing()
    {
        var flat = Enumerable.Range(0, 400).Select(i => 0.86f + (i % 20 * 0.002f)).ToArray();
        float[] standing = [.. flat, 0.95f];

        Assert.True(HybridScore.NothingAnswers(0.898f, flat, foreign: false));
        Assert.False(HybridScore.NothingAnswers(0.95f, standing, foreign: false));
        Assert.True(HybridScore.NothingAnswers(0.8f, [0.8f, 0.5f], foreign: false));
        Assert.False(HybridScore.NothingAnswers(0.88f, [0.88f, 0.87f], foreign: false));
        Assert.True(HybridScore.NothingAnswers(0.81f, [0.81f, 0.5f], foreign: false));
        Assert.False(HybridScore.NothingAnswers(0.81f, [0.81f, 0.5f], foreign: true));
        Assert.True(HybridScore.NothingAnswers(0.77f, [0.77f, 0.5f], foreign: true));
    }
}
