using Triage.Models.Drafting.Composing;
using Triage.Models.Retrieving;

namespace Triage.Models.Tests.Drafting.Composing;

public sealed class SectionScoresTests
{
    [Theory]
    [InlineData("hund", "kosten 600,00 Euro", true)]
    [InlineData("tonne", "kosten 600,00 Euro", false)]
    [InlineData("hund", "kosten viel Zeit", false)]
    public async Task A_second_price_of_the_same_article_is_held_back(string article, string second, bool heldBack)
    {
        List<Candidate> candidates = [Section("hund", "Hunde kosten 60,00 Euro."), Section(article, $"Hunde {second}.")];

        var alone = await ScoresAsync([candidates[1]]);
        var behind = await ScoresAsync(candidates);

        Assert.Equal(heldBack, behind[1] < alone[0] - 0.5);
    }

    private static async Task<double[]> ScoresAsync(IReadOnlyList<Candidate> candidates) =>
        (await new SectionScores(null).OfAsync("Guten Tag", [], candidates, TestContext.Current.CancellationToken)).Overall;

    private static Candidate Section(string article, string text) =>
        new(Triage.Models.Drafting.Composing.Section.Read(new Passage($"{article}#1", article, article, "Kosten", text, 0, text.Length, "steueramt", null)).Single(), 0, 0, 0);
}
